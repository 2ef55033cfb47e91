/** What the desk hears without looking: done, look at this, no. */
export type Sound = 'done' | 'look' | 'no'

const notes: Readonly<Record<Sound, readonly (readonly [hertz: number, after: number])[]>> = {
  done: [[880, 0]], look: [[660, 0], [660, 0.14]], no: [[220, 0], [180, 0.18]],
}
const SECONDS = 0.11
const KEPT = 'filiaal.desk-silent'

export const isSilent = () => localStorage.getItem(KEPT) === 'yes'
export const setSilent = (silent: boolean) => localStorage.setItem(KEPT, silent ? 'yes' : 'no')

let context: AudioContext | undefined

/** A browser without sound, or one that waits for a first touch, stays silent. */
export function play(sound: Sound): void {
  if (isSilent()) return
  try {
    context ??= new AudioContext()
    for (const [hertz, after] of notes[sound]) tone(context, hertz, context.currentTime + after)
  } catch {
    context = undefined
  }
}

function tone(audio: AudioContext, hertz: number, at: number) {
  const [voice, volume] = [audio.createOscillator(), audio.createGain()]
  voice.frequency.value = hertz
  volume.gain.setValueAtTime(0.12, at)
  volume.gain.exponentialRampToValueAtTime(0.001, at + SECONDS)
  voice.connect(volume).connect(audio.destination)
  voice.start(at)
  voice.stop(at + SECONDS)
}
