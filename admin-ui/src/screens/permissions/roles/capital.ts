/** A sentence of a right completes another; standing alone it begins with a capital. */
export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
