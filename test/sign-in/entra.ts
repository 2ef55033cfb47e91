/** Bodies as Microsoft Entra ID sends them (its provisioning tutorial, "SCIM endpoint requirements"). */

export const create = (userName: string, more: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
  userName,
  active: true,
  displayName: 'Els De Wit',
  emails: [{ primary: true, type: 'work', value: userName }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Els De Wit', familyName: 'De Wit', givenName: 'Els' },
  roles: [],
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Balie', manager: '9a21f0f2' },
  ...more,
})

const patch = (...Operations: object[]) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations })

export const disable = patch({ op: 'Replace', path: 'active', value: 'False' })
export const enable = patch({ op: 'Replace', path: 'active', value: 'True' })

export const rename = (address: string) => patch(
  { op: 'Replace', path: 'emails[type eq "work"].value', value: address },
  { op: 'Replace', path: 'name.familyName', value: 'De Wit-Maes' },
  { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'Jeugd' },
  { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', value: '22' },
)
