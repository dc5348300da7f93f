/** How a shop's own server passes on what the widget asks for, and nothing of the dashboard. `own` is this server, `at` the shop's address for it. */
export function proxiesOf(own: string, at: string): { name: string; code: string }[] {
  const { host } = new URL(own)
  const { host: shop, pathname } = new URL(at)
  return [
    {
      name: 'nginx',
      code: `location ~ ^${pathname}/(w|a|v1)/ {
  rewrite ^${pathname}(/.*)$ $1 break;
  proxy_pass ${own};
  proxy_set_header Host ${host};
  proxy_set_header Cookie "";
  proxy_ssl_server_name on;
}`,
    },
    {
      name: `a Cloudflare Worker on the route ${shop}${pathname}/*`,
      code: `export default {
  fetch(request) {
    const { pathname, search } = new URL(request.url)
    const path = pathname.replace('${pathname}', '')
    if (!/^\\/(w|a|v1)\\//.test(path)) return new Response('', { status: 404 })
    const passed = new Request('${own}' + path + search, request)
    passed.headers.delete('Cookie')
    return fetch(passed)
  },
}`,
    },
    {
      name: 'Next, in next.config.js',
      code: `async rewrites() {
  return [{ source: '${pathname}/:part(w|a|v1)/:path*', destination: '${own}/:part/:path*' }]
}`,
    },
  ]
}
