import { Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Bytes = Type.String({ minLength: 1, maxLength: 8000, pattern: '^[A-Za-z0-9_-]+$' })
const Id = Type.String({ minLength: 1, maxLength: 1400, pattern: '^[A-Za-z0-9_-]+$' })
const shown = {
  id: Id, rawId: Id, type: Type.Literal('public-key'),
  authenticatorAttachment: Type.Optional(Type.Enum(['platform', 'cross-platform'])),
  clientExtensionResults: Type.Record(Type.String({ maxLength: 40 }), Type.Unknown(), { maxProperties: 20 }),
}

/** What a browser answers when a new passkey was made (WebAuthn, RegistrationResponseJSON). */
export const NewPasskey = Type.Object({
  ...shown,
  response: Type.Object({
    clientDataJSON: Bytes, attestationObject: Bytes, authenticatorData: Type.Optional(Bytes),
    transports: Type.Optional(Type.Array(
      Type.Enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']), { maxItems: 10 },
    )),
    publicKeyAlgorithm: Type.Optional(Type.Integer()), publicKey: Type.Optional(Bytes),
  }, strict),
}, strict)

/** What a browser answers when a passkey was shown (WebAuthn, AuthenticationResponseJSON). */
export const ShownPasskey = Type.Object({
  ...shown,
  response: Type.Object({
    clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes,
    userHandle: Type.Optional(Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9_-]*$' })),
  }, strict),
}, strict)

/** What the browser is asked, as WebAuthn describes it; `@simplewebauthn/browser` reads it. */
export const PasskeyOptions = Type.Object({ challenge: Type.String() }, { additionalProperties: true })
