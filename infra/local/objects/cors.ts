import type { CorsRule } from './bucketDefinition.ts'

/**
 * What a browser is told of who else may send. A page that is served from this machine may do what the site may: it is the
 * site by its other name, or under development on another port.
 * @returns undefined where the page may not
 */
export const corsHeaders = (
	rules: readonly CorsRule[],
	origin: string | undefined,
	method: string,
): Record<string, string> | undefined => {
	if (origin === undefined) return undefined
	const rule = rules.find(
		({ origins, methods }) =>
			methods.includes(method) && origins.some((one) => one === origin || (isHere(one) && isHere(origin))),
	)
	if (!rule) return undefined
	return {
		'access-control-allow-origin': origin,
		'access-control-allow-methods': rule.methods.join(', '),
		...(rule.maxAge === undefined ? {} : { 'access-control-max-age': String(rule.maxAge) }),
		vary: 'origin',
	}
}

const isHere = (origin: string): boolean =>
	URL.canParse(origin) && ['127.0.0.1', 'localhost'].includes(new URL(origin).hostname)
