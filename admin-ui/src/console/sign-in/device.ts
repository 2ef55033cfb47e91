const browsers = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const systems = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
] as const

/** "Firefox, Windows": what a browser says of itself, in two words one recognises. */
export const deviceOf = (agent: string | null): string | null => {
  const named = (known: readonly (readonly [RegExp, string])[]) => known.find(([sign]) => sign.test(agent ?? ''))?.[1]
  const told = [named(browsers), named(systems)].filter(Boolean).join(', ')
  return told === '' ? null : told
}
