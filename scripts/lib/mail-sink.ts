import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import process from 'node:process'
import type { Mail } from '../../worker/mail/mail.ts'

const mostBytes = 1024 * 1024

/** Where the worker hands its mails over on this machine. */
export interface MailSink {
  /** What the worker is told: nobody who doesn't know it can leave a file here. */
  url: string
  stop: () => void
}

/** Takes mails on the loopback and keeps each in the folder, as a page a browser shows and as a message for mail programs. */
export async function startMailSink(folder: string, tell: (line: string) => void): Promise<MailSink> {
  const path = `/${randomBytes(16).toString('hex')}`
  let kept = 0
  const server = createServer(async (request, answer) => {
    const mail = request.method === 'POST' && request.url === path ? await readMail(request) : undefined
    if (mail) {
      const file = join(folder, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${++kept}`)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // They hold links that sign in.
      writeFileSync(`${file}.html`, mail.html, { mode: 0o600 })
      writeFileSync(`${file}.eml`, messageOf(mail, new Date()), { mode: 0o600 })
      tell(`Mail to ${mail.to}, "${mail.subject}": ${relative(process.cwd(), `${file}.html`)}`)
    }
    answer.writeHead(mail ? 204 : 404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}${path}`, stop: () => server.close() }
}

/** Only the worker knows the path, and it sends what it has checked. */
async function readMail(request: IncomingMessage): Promise<Mail | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > mostBytes) return
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Mail
}

/** A message of two alternatives, RFC 2046 5.1.4; what isn't plain ASCII is in base64, RFC 2047. */
export function messageOf({ to, id, subject, text, html, fromName = 'Earshot', replyTo, headers = {} }: Mail, at: Date): string {
  const boundary = 'earshot-part'
  const part = (type: string, body: string) => [
    `--${boundary}`,
    `Content-Type: text/${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    wrapped(Buffer.from(body).toString('base64')),
  ]
  return [
    `From: ${phraseOf(fromName)} <earshot@localhost>`,
    `To: ${to}`,
    ...(replyTo ? [`Reply-To: ${replyTo}`] : []),
    `Subject: ${encodedWords(subject)}`,
    ...(id === undefined ? [] : [`Message-ID: <${id}@localhost>`]),
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary=${boundary}`,
    '',
    ...part('plain', text),
    ...part('html', html),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

const wrapped = (base64: string) => base64.replaceAll(/.{76}/g, '$&\r\n')

/** A name before an address, RFC 5322 3.2.5. */
const phraseOf = (name: string) => (/^[A-Za-z0-9 ]+$/.test(name) ? name : encodedWords(name, true))

/** Each word is at most 75 characters, and whole characters. */
function encodedWords(text: string, always = false): string {
  if (!always && /^[\x20-\x7e]*$/.test(text)) return text
  const words = text.match(/.{1,10}/gu) ?? []
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}
