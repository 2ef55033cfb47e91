import { Messages, Schemas, Types } from './scimmy.ts'

/** What Entra and Okta send that the standard does not foresee, said as the standard says it. */

type Json = Readonly<Record<string, unknown>>
interface Operation { readonly op: string; readonly path?: string; readonly value?: unknown }

const ENTERPRISE = Schemas.EnterpriseUser.id
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Entra says "True" and "False", and names a manager where the standard has a record. */
function plain(name: string, value: unknown): unknown {
  const key = name.toLowerCase()
  if (key === 'active' && typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  if (/(^|:)manager$/.test(key) && typeof value === 'string') return { value }
  if (key === ENTERPRISE.toLowerCase() && isRecord(value)) return plainRecord(value)
  return value
}

const plainRecord = (record: Json): Json =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, plain(name, value)]))

/** A user as sent; names what does not fit. */
export async function userIn(body: unknown): Promise<InstanceType<typeof Schemas.User>> {
  if (!isRecord(body)) throw new Types.Error(400, 'invalidSyntax', 'A user is a JSON object')
  return asked(async () => new Schemas.User(plainRecord(body), 'in'))
}

/** A user with the operations of a PATCH applied, in the order they were sent. */
export async function userAfter(before: object, body: unknown): Promise<InstanceType<typeof Schemas.User>> {
  if (!isRecord(body) || !Array.isArray(body['Operations']) || body['Operations'].length > OPERATIONS_MAX) {
    throw new Types.Error(400, 'invalidSyntax', `A PATCH carries a list of at most ${OPERATIONS_MAX} Operations`)
  }
  let user = new Schemas.User(before, 'out')
  for (const sent of body['Operations'] as unknown[]) {
    const operation = operationFor(user, sent)
    user = await asked(async () => {
      const patch = new Messages.PatchOp({ schemas: [Messages.PatchOp.id], Operations: [operation] } as never)
      return await patch.apply(user, (next: object) => next as never) ?? user
    })
  }
  return user
}

const OPERATIONS_MAX = 50
const oneOfList = /^(emails|phoneNumbers|addresses)\[type eq "([a-z]{1,20})"\]\.([a-zA-Z]{1,20})$/

function operationFor(user: object, sent: unknown): Operation {
  if (!isRecord(sent) || typeof sent['op'] !== 'string') throw new Types.Error(400, 'invalidSyntax', 'An operation says its op')
  const { op, path } = sent
  const value = typeof path === 'string' ? plain(path, sent['value']) : isRecord(sent['value']) ? plainRecord(sent['value']) : sent['value']
  if (typeof path !== 'string') return { op, value }
  const [, list, type, part] = oneOfList.exec(path) ?? []
  const isMissing = list && !((user as Json)[list] as Json[] | undefined)?.some(one => one['type'] === type)
  // Entra replaces a work address that is not there yet: the standard would have it added.
  if (isMissing && part && op.toLowerCase() !== 'remove') return { op: 'add', path: list, value: [{ type, [part]: value }] }
  return { op, path, ...('value' in sent && { value }) }
}

/** The library speaks of a value that does not fit as of a mistake in the program. */
async function asked<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (failure) {
    if (failure instanceof TypeError) throw new Types.Error(400, 'invalidValue', failure.message)
    throw failure
  }
}
