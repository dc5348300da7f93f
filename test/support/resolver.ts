import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A resolver by DNS over HTTPS to which every name is public: tests of what people see know no names of the internet. */
export async function startResolver(): Promise<{ url: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const isIpv4 = new URL(request.url ?? '', 'http://resolver').searchParams.get('type') === 'A'
    const body = { Answer: isIpv4 ? [{ type: 1, data: '93.184.215.14' }] : [] }
    response.setHeader('Content-Type', 'application/dns-json').end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() }
}
