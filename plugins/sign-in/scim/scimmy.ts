import SCIMMY from 'scimmy'

export const { Messages, Schemas, Types } = SCIMMY

// Both vendors send it along with every user; what it says is read and left. Its types ask for less than it takes.
Schemas.User.extend(Schemas.EnterpriseUser as never, false)
