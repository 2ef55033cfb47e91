/** What a spreadsheet puts on the clipboard: rows by line, cells by tab, quoted where a cell holds either. */
export const readBlock = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  const close = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let n = 0; n < plain.length; n++) {
    const sign = plain.charAt(n)
    if (sign === '"' && quoted && plain.charAt(n + 1) === '"') cell += plain.charAt(n++)
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (sign === '\t' && !quoted) close()
    else if (sign === '\n' && !quoted) {
      close()
      rows.push([])
    } else cell += sign
  }
  close()
  return rows
}

/** As a spreadsheet takes it over. */
export const writeBlock = (rows: readonly (readonly string[])[]) => rows.map(row => row.join('\t')).join('\n')
