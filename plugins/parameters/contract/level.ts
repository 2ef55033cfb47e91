/** Where settings are commonly set: for the whole region only, down to a library, or down to each place. */
export const atSystem = ['system'] as const
export const atLibrary = ['system', 'group', 'library'] as const
export const atPlace = ['system', 'group', 'library', 'branch', 'bookmobile'] as const
