import { Type, type Static } from 'typebox'

const Text = Type.String()
const Day = Type.String({ format: 'date' })
const Slot = Type.Object({ from: Text, to: Text, kind: Text, kindName: Text, text: Type.Optional(Text) })
const DayTime = Type.Object({ day: Day, time: Text })

/** One branch as a website shows it. */
export const FeedBranch = Type.Object({
  code: Text,
  name: Text,
  library: Type.Optional(Text),
  libraryCode: Type.Optional(Text),
  type: Text,
  address: Type.Optional(
    Type.Object({
      street: Type.Optional(Text),
      postalCode: Type.Optional(Text),
      city: Type.Optional(Text),
      country: Type.Optional(Text),
    }),
  ),
  coordinates: Type.Optional(Type.Object({ lat: Type.Number(), lon: Type.Number() })),
  website: Type.Optional(Text),
  isil: Type.Optional(Text),
  timeZone: Text,
  now: Type.Object({
    open: Type.Boolean(),
    until: Type.Optional(DayTime),
    opensAt: Type.Optional(DayTime),
    reason: Type.Optional(Text),
    text: Text,
  }),
  urgent: Type.Optional(Text),
  week: Type.Array(
    Type.Object({
      day: Day,
      today: Type.Boolean(),
      open: Type.Boolean(),
      hours: Type.Array(Slot),
      /** The public reason why this day differs, with the hours it replaces. */
      reason: Type.Optional(Text),
      instead: Type.Optional(Type.Array(Slot)),
    }),
  ),
  closings: Type.Array(
    Type.Object({
      from: Day,
      /** Null: until further notice. */
      to: Type.Union([Day, Type.Null()]),
      reason: Text,
      provisional: Type.Boolean(),
      part: Type.Optional(Type.Object({ from: Text, to: Text })),
    }),
  ),
})
export type FeedBranch = Static<typeof FeedBranch>

export const FeedLibrary = Type.Object({
  code: Text,
  name: Text,
  isil: Type.Optional(Text),
  website: Type.Optional(Text),
  urgent: Type.Optional(Text),
  branches: Type.Array(FeedBranch),
})
export type FeedLibrary = Static<typeof FeedLibrary>
