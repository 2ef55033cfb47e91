/** Bodies as Okta sends them (its guide "Understanding SCIM", create, update and deactivate). */

export const create = (userName: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName,
  name: { givenName: 'Jan', familyName: 'Peeters' },
  emails: [{ primary: true, value: userName, type: 'work' }],
  displayName: 'Jan Peeters',
  locale: 'nl-BE',
  externalId: '00ujl29u0le5T6Aj10h7',
  groups: [],
  password: '1mz050nq',
  active: true,
})

export const disable = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [{ op: 'replace', value: { active: false } }],
}
export const enable = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [{ op: 'replace', value: { active: true } }],
}
