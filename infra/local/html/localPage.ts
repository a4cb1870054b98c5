import { createHash } from 'node:crypto'
import type { GatewayResponse } from '../http/gatewayResponse.ts'

/** The colours and sizes of the product (web/design/tokens.css), for pages that only this machine has. */
const base = `
:root { color-scheme: light dark; --ground: #fafaf7; --text: #1d2320; --grey: #5c635e; --line: #dcdfd7; --accent: #2f7d4f; --accent-text: #28704a; --card: #fff; --sunken: #f1f2ec; --poor: #ad3324 }
@media (prefers-color-scheme: dark) { :root { --ground: #141613; --text: #e9ece6; --grey: #a5aca6; --line: #363b36; --accent: #6cc08b; --accent-text: #7fcc9b; --card: #1c1f1b; --sunken: #252924; --poor: #ef8b7f } }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif }
main { margin: 0 auto; padding: 48px 16px }
h1 { font-size: 24px; font-weight: 600; line-height: 1.3; margin: 0 }
p { margin: 0 }
strong { font-weight: 600 }`

export type LocalPage = {
	readonly language: 'zh' | 'en'
	readonly title: string
	/** Beside that of every page. */
	readonly style: string
	/** Inside `main`; whatever comes from people is `escaped`. */
	readonly body: string
	/** Seconds after which the page loads itself anew. */
	readonly refreshAfter?: number
}

/** A page without a script, whose styles are the only ones that its policy lets in. */
export const localPage = ({ language, title, style, body, refreshAfter }: LocalPage): GatewayResponse => {
	const css = `${base}\n${style}`
	const hash = createHash('sha256').update(css).digest('base64')
	const refresh = refreshAfter === undefined ? '' : `<meta http-equiv="refresh" content="${refreshAfter}">`
	return {
		status: 200,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
		},
		body: `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>${escaped(title)} · 绿色院落</title><style>${css}</style></head>
<body><main>${body}</main></body>
</html>`,
	}
}

/** Text as it may stand in HTML, in attributes too. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
