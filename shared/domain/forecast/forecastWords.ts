import type { Name } from '../../contract/registry/registry.ts'
import { inShanghai } from '../time/shanghai.ts'
import type { Forecast } from './timeToFull.ts'

/** A forecast in a sentence, for whoever plans the emptying round. */
export function forecastWords(
	name: Name,
	{ level, perDay, fullAt, earliest, latest }: Forecast,
	limit: number,
	now: number,
): Name {
	const rise = perDay.toFixed(perDay < 1 ? 2 : 1)
	const [zhLevel, enLevel] = [`${name.zh} 已满 ${level.toFixed(0)}%`, `${name.en}: ${level.toFixed(0)} % full`]
	if (fullAt <= now)
		return { zh: `${zhLevel}，已到 ${limit}%，请尽快清运`, en: `${enLevel}, ${limit} % reached: empty it soon` }
	const [likely, first, last] = [inShanghai(fullAt), inShanghai(Math.max(now, earliest)), inShanghai(latest)]
	return {
		zh: `${zhLevel}，每天约涨 ${rise}%，预计 ${likely.zh} 到 ${limit}%（${first.zh} 至 ${last.zh}）`,
		en: `${enLevel}, rising ${rise} % a day, ${limit} % by ${likely.en} (${first.en} to ${last.en})`,
	}
}
