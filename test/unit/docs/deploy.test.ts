import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { archiveOf } from '../../../infra/data/archive.ts'
import { Line } from '../../../infra/data/line.ts'
import { Stage } from '../../../infra/stages/stage.ts'

const deploy = readFileSync(new URL('../../../docs/deploy.md', import.meta.url), 'utf8')
const blocks = (kind: string): string[] =>
	[...deploy.matchAll(/```(\w+)\n(.*?)```/gs)].flatMap(([, of, text = '']) => (of === kind ? [text] : []))

test('the first registry that docs/deploy.md writes can be imported as it stands there', () => {
	const [, text = ''] = /<<'LINES'\n(.*?)\nLINES/s.exec(deploy) ?? []
	const lines = text.split('\n').map((line, index) => ({ line: index + 1, is: Line.parse(JSON.parse(line)) }))
	expect(lines.map(({ is }) => is.is)).toEqual(['export', 'township', 'village', 'courtyard', 'device'])
	expect(archiveOf(lines)).not.toBeInstanceOf(Array)
})

test('its stages of a customer’s own are stages', () => {
	const stages = blocks('json').filter((text) => text.includes('"description"'))
	expect(stages.map((text) => Stage.parse(JSON.parse(text)).partition)).toEqual(['aws', 'aws-cn'])
})
