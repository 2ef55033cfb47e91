import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInside, outward } from '#core/outward.ts'

describe('addresses that a stranger may not have us ask', () => {
  test.each([
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1',
    '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:a00:1::',
    'ff02::1', 'not an address',
  ])('%s', address => expect(isInside(address)).toBe(true))

  test.each(['8.8.8.8', '193.190.0.1', '172.32.0.1', '2a02:a03f::1'])('but %s', address => expect(isInside(address)).toBe(false))

  test.each([
    'http://example.org/', 'https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'https://2130706433/', 'https://0177.0.0.1/', 'ftp://example.org/',
    'file:///etc/passwd', 'data:text/plain,x',
  ])('%s is not asked', async url => {
    await expect(outward(false)(url)).rejects.toThrow(/no public address|not https/)
  })
})

describe('a server that misbehaves', () => {
  let server: Server
  let at: string
  beforeAll(async () => {
    server = createServer((request, answer) => {
      if (request.url === '/elsewhere') answer.writeHead(302, { location: '/fine' }).end()
      else if (request.url === '/endless') for (let n = 0; n < 200; n++) answer.write('x'.repeat(8192))
      else answer.writeHead(200, { 'content-type': 'application/json' }).end('{"fine":true}')
    })
    await new Promise<void>(done => { server.listen(0, '127.0.0.1', done) })
    at = `http://localhost:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => { server.closeAllConnections(); server.close() })

  test('is not followed, nor read for ever', async () => {
    expect(await (await outward(true)(`${at}/fine`)).json()).toEqual({ fine: true })
    await expect(outward(true)(`${at}/elsewhere`)).rejects.toThrow('elsewhere')
    await expect(outward(true)(`${at}/endless`)).rejects.toThrow('too large')
  })
})
