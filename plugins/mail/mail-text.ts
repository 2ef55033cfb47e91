import type { Language } from '#core/contract.ts'

/** A link on a line of its own; with `secret`, the one-time token follows its address. */
export interface MailLink { readonly label: string; readonly address: string; readonly secret?: true }

/** A paragraph, a link that stands out, or a list of links. */
type MailPart = string | MailLink | readonly MailLink[]

/** What a mail says: a subject and paragraphs. The plain text and the HTML are drawn from the same. */
export interface MailText {
  readonly subject: string
  readonly paragraphs: readonly MailPart[]
}

/** The words of one kind of mail, in the reader's language. */
export type MailTemplate<Told> = (language: Language, told: Told) => MailText

/** Stands where the secret goes, in what is stored; a sign of Unicode's private use, which nobody types. */
export const SECRET_PLACE = '\u{E000}'

/** What readers of the outbox see in the place of a secret. */
const MASK = '••••••••'

const mark = ({ address, secret }: MailLink) => secret ? address + SECRET_PLACE : address

/** Nothing that somebody typed may pass for the place of a secret. */
const clean = (text: string) => text.replaceAll(SECRET_PLACE, '')
const cleanLink = (link: MailLink): MailLink => ({ ...link, label: clean(link.label), address: clean(link.address) })
const cleaned = (part: MailPart): MailPart =>
  typeof part === 'string' ? clean(part) : 'label' in part ? cleanLink(part) : part.map(cleanLink)

export function plainText({ paragraphs }: MailText): string {
  return paragraphs.map(cleaned)
    .map(part => typeof part === 'string' ? part : [part].flat().map(link => `${link.label}:\n${mark(link)}`).join('\n')).join('\n\n')
}

/** Plain HTML with its style in place: that is what mail programs read. */
export function htmlText(mail: MailText, language: Language): string {
  const parts = mail.paragraphs.map(cleaned)
    .map(part => typeof part === 'string' ? paragraph(part) : 'label' in part ? button(part) : list(part))
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`
    + `<meta name="viewport" content="width=device-width"><title>${escaped(clean(mail.subject))}</title></head>`,
    '<body style="margin:0;padding:24px;background:#f6f3ec;color:#23302f;font:16px/1.5 sans-serif">',
    '<div style="max-width:560px;margin:0 auto;padding:24px;background:#fffdf9;border-radius:10px">',
    ...parts, '</div></body></html>',
  ].join('\n')
}

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text).replaceAll('\n', '<br>')}</p>`

const list = (links: readonly MailLink[]) => `<ul style="margin:0 0 16px;padding-left:20px">${links.map(link =>
  `<li style="margin:0 0 6px"><a href="${escaped(mark(link))}" style="color:#17505a">${escaped(link.label)}</a></li>`).join('')}</ul>`

const button = (link: MailLink) => {
  const address = escaped(mark(link))
  return `<p style="margin:0 0 16px"><a href="${address}" style="display:inline-block;padding:10px 18px;`
    + `background:#17505a;color:#fff;border-radius:8px;text-decoration:none">${escaped(link.label)}</a></p>`
    + `<p style="margin:0 0 16px;font-size:14px;overflow-wrap:anywhere">${address}</p>`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, sign => signs[sign] ?? sign)

export const hasSecretPlace = (text: string) => text.includes(SECRET_PLACE)
export const withSecret = (text: string, secret: string | null) => text.replaceAll(SECRET_PLACE, secret ?? MASK)
