import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWorkbook } from '#plugins/parameters/sheet/workbook.ts'

const formula = { formula: true }
const merged = { merged: true }

test('a book that LibreOffice wrote is read as its cells show it', () => {
  const [explained, ours] = readWorkbook(readFileSync('test/data/libreoffice-edited.xlsx'))
  expect([explained?.name, explained?.rows, ours?.name]).toEqual(['Uitleg', [['Hier niets invullen', merged, merged, merged]], 'Tarieven 2027'])
  expect(ours?.rows).toEqual([
    ['Code', 'Instelling', 'Lidsoort', 'Waarde', 'Vanaf', 'Vergrendeld', 'Besluit', 'Datum van het besluit'],
    ['0012', 'trial.fee', '', '0.1', { day: '2027-03-01' }, '', '2026/114', { day: '2026-06-22' }],
    ['2001', 'rules.loan', '60', '21/14/0', { day: '2026-12-24' }, 'false'],
    ['I001', 'trial.charges', '', 'true', '', 'true'],
    ['I001', 'branches.closing-text', '', `Regel één & “twee” <b>\n${'lange tekst '.repeat(30).trim()}`, '', '', '', '', 'https://zwalm.be/besluit'],
    ['2001', 'trial.grace', '', '9', { day: '2027-01-01' }],
    ['I001', 'trial.term', '60', '14'],
    [merged, 'trial.term', '61', merged],
    ['I001', 'trial.grace', '', formula, formula, formula],
    ['I001', 'rules.loan', '', formula],
    ['I001', 'trial.most', '', formula, formula],
    ['I002', 'trial.grace', '', '13:30'],
    ['I002', 'trial.grace', '', '21%'],
    ['I002', 'trial.most', '', '0.3'],
  ])
})
