/** Ways to have a page run what somebody wrote, each calling what stands in it for RUN. */
const ways = [
  '<script>RUN</script>',
  '<ScRiPt\n>RUN</sCrIpT >',
  '<img src=x onerror=RUN>',
  '<img src=x: onerror="RUN"//',
  '<svg onload=RUN>',
  '<svg><script>RUN</script></svg>',
  '<svg><animate onbegin=RUN attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:RUN"><text y=20>x</text></a></svg>',
  '<iframe srcdoc="<script>parent.RUN</script>"></iframe>',
  '<iframe src="javascript:parent.RUN"></iframe>',
  '<body onload=RUN>',
  '<details open ontoggle=RUN>',
  '<input autofocus onfocus=RUN>',
  '<select autofocus onfocus=RUN><option>x</select>',
  '<video><source onerror=RUN></video>',
  '<audio src=x onerror=RUN>',
  '<object data="javascript:RUN"></object>',
  '<embed src="javascript:RUN">',
  '<form action="javascript:RUN"><button autofocus>x</button></form>',
  '<a href="javascript:RUN">x</a>',
  '<a href=" JaVaScRiPt:RUN">x</a>',
  '<a href="java\nscript:RUN">x</a>',
  '<base href="javascript:RUN//">',
  '<meta http-equiv="refresh" content="0;url=javascript:RUN">',
  '<link rel="stylesheet" href="javascript:RUN">',
  '<style>@import "javascript:RUN"</style>',
  '<div style="background:url(javascript:RUN)">x</div>',
  '<math><mtext><table><mglyph><style><img src=x onerror=RUN>',
  '<noscript><p title="</noscript><img src=x onerror=RUN>">',
  '<template><img src=x onerror=RUN></template><img src=x onerror=RUN>',
  '<!--><img src=x onerror=RUN>-->',
  '<marquee onstart=RUN>x</marquee>',
  'javascript:RUN',
  "'-RUN-'",
  '";RUN;//',
  '{{constructor.constructor("RUN")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template engine would run.
  '${RUN}',
  '<%= RUN %>',
  '\\u003cimg src=x onerror=RUN\\u003e',
  '&lt;img src=x onerror=RUN&gt;',
]

/** Ways out of what a page may have put around it. */
const doors = ['', '">', "'>", '</title></style></textarea></script>', '-->']

/** 200 texts. What runs adds its number to `window.pwned`. */
export const hostileMarkup: readonly string[] = ways.flatMap((way, i) =>
  doors.map((door, j) => door + way.replaceAll('RUN', `(window.pwned=window.pwned||[]).push(${i * doors.length + j})`)),
)
