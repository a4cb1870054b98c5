import axe from 'axe-core'
import type { Page } from 'playwright-core'
import * as z from '../../shared/contract/zod.ts'

const AxeResult = z.object({
	violations: z.array(
		z.object({
			id: z.string(),
			impact: z.nullable(z.string()),
			help: z.string(),
			nodes: z.array(z.object({ html: z.string() })),
		}),
	),
})

/** What axe finds serious for people who use a keyboard or a screen reader, a sentence each. */
export const seriousFaults = async (page: Page): Promise<string[]> => {
	await page.evaluate(axe.source)
	const { violations } = AxeResult.parse(await page.evaluate('axe.run()'))
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html ?? ''})`)
}
