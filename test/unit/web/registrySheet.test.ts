import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { putRegistry } from '../../../functions/api/registry/putRegistry.ts'
import { badRequest, invalid, isProblem } from '../../../shared/contract/http/outcome.ts'
import {
	type Device,
	RegistryImport,
	type RegistryImported,
	type RegistryView,
} from '../../../shared/contract/registry/registry.ts'
import type { Answer } from '../../../web/data/request.ts'
import type { Sheet } from '../../../web/desk/settings/registry/sheet/column.ts'
import { courtyardSheet } from '../../../web/desk/settings/registry/sheet/courtyardColumns.ts'
import { csvOf, rowsOf } from '../../../web/desk/settings/registry/sheet/csvText.ts'
import { decodeText } from '../../../web/desk/settings/registry/sheet/decodeText.ts'
import { deviceSheet } from '../../../web/desk/settings/registry/sheet/deviceColumns.ts'
import { mostRows, type Plan, planOf } from '../../../web/desk/settings/registry/sheet/plan.ts'
import { type Put, putAll, settled } from '../../../web/desk/settings/registry/sheet/settle.ts'
import { tableOf, templateOf } from '../../../web/desk/settings/registry/sheet/tables.ts'
import { bin, fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const placed: Device = {
	...toilet,
	position: { lat: 30.4, lon: 104.9 },
	outOfService: [{ from: 1, until: 2, by: '周敏', reason: '清淤' }],
}
const gateway: Device = { ...bin, id: 'gateway-1', kind: 'gateway', name: { zh: '1号网关', en: 'Gateway 1' } }
const known = registryOf(placed, bin, gateway)
const view: RegistryView = {
	townships: [...known.townships.values()],
	villages: [...known.villages.values()],
	courtyards: [...known.courtyards.values()],
	devices: [...known.devices.values()],
}
const yard = view.courtyards[0] ?? expect.fail('the township has no courtyard')

/** The registry as its API has it, and what was really put. */
const api = () => {
	const kept: RegistryImport[] = []
	const registry = { ...fixedRegistry(known), put: async (entries: RegistryImport) => void kept.push(entries) }
	const put: Put = async (body, { check }): Promise<Answer<RegistryImported>> => {
		const parsed = RegistryImport.safeParse(body)
		const outcome = parsed.success
			? await putRegistry({ registry, now: () => 0 }, parsed.data, { check })
			: invalid(parsed.error, 'body', body)
		return isProblem(outcome)
			? { is: 'refused', problem: outcome }
			: { is: 'ready', value: outcome.body as RegistryImported, tag: null }
	}
	return { kept, put }
}

const previewed = async (text: string, sheet: Sheet = deviceSheet): Promise<Plan> => {
	const plan = await settled(sheet, planOf(sheet, text, view), api().put)
	return 'is' in plan ? expect.fail('the registry could not be asked') : plan
}
const outline = ({ lines }: Plan) => lines.map(({ line, is }) => `${line} ${is}`)
const faults = ({ lines }: Plan) =>
	lines.flatMap((one) =>
		one.is === 'refused'
			? one.faults.map(({ column, expected, got }) => ({
					line: one.line,
					column: column?.name,
					expected: expected.zh,
					got,
				}))
			: [],
	)

describe('a file of devices', () => {
	it('says of each line whether it adds, changes or leaves as it is, old against new', async () => {
		const plan = await previewed(
			[
				'编号,名称,英文名称,类型,院落,上报间隔（秒）',
				`bin-9,9号桶,Bin 9,垃圾,${yard.name.zh},600`,
				`${toilet.id},新公厕,,,,600`,
				`${bin.id},,,,,`,
			].join('\r\n'),
		)
		expect(outline(plan)).toEqual(['2 added', '3 changed', '4 unchanged'])
		expect(plan.lines[1]).toMatchObject({
			changes: [
				{ column: { name: 'name_zh' }, from: toilet.name.zh, to: '新公厕' },
				{ column: { name: 'interval' }, from: toilet.interval, to: 600 },
			],
		})
	})

	it('keeps of a known device what it does not speak of, and sends no history that could be older', async () => {
		const plan = await previewed(`id,name_en\n${toilet.id},New toilet`)
		const { kept, put } = api()
		expect(await putAll(deviceSheet, plan, put, () => undefined)).toEqual({ done: 1 })
		expect(kept[0]?.devices).toEqual([{ ...placed, name: { ...toilet.name, en: 'New toilet' } }])
	})

	it('takes away what a cell says to take away with a dash, but nothing that must be there', async () => {
		const plan = await previewed(`id,lat,lon,name_zh\n${toilet.id},-,-,\n${bin.id},,,-`)
		expect(outline(plan)).toEqual(['2 changed', '3 refused'])
		expect(plan.lines[0]).toMatchObject({
			is: 'changed',
			entry: expect.not.objectContaining({ position: expect.anything() }),
		})
		expect(faults(plan)).toMatchObject([{ line: 3, column: 'name_zh', got: '-' }])
	})

	it('is refused line by line, with the column, what may stand there and what does', async () => {
		const plan = await previewed(
			[
				'id,name_zh,name_en,kind,courtyard,interval,eui,gateway',
				`bin-2,桶,Bin,垃圾,${yard.id},5,,`,
				'bin-3,桶,Bin,锅炉,nowhere,300,,',
				`bin-4,桶,,waste,${yard.id},一百,24e1,nobody`,
				`bin-4,桶,Bin,waste,${yard.id},300,,`,
				`bin 5,桶,Bin,waste,${yard.id},300,,`,
			].join('\n'),
		)
		expect(outline(plan)).toEqual(['2 refused', '3 refused', '4 refused', '5 refused', '6 refused'])
		expect(faults(plan).map(({ line, column, got }) => [line, column, got])).toEqual([
			[2, 'interval', '5'],
			[3, 'kind', '锅炉'],
			[4, 'name_en', ''],
			[4, 'interval', '一百'],
			[4, 'eui', '24e1'],
			[5, 'id', 'bin-4'],
			[6, 'id', 'bin 5'],
		])
		expect(faults(plan)[0]?.expected).toBe('10 到 86400 的整数，单位秒')
		expect(faults(plan)[5]?.expected).toContain('第 4 行')
	})

	it('is asked about until nothing leans on a line that was refused', async () => {
		const head = 'id,name_zh,name_en,kind,courtyard,gateway,interval'
		const plan = await previewed(
			[head, `s-1,桶,Bin,waste,${yard.id},g-1,`, `g-1,网关,Gateway,gateway,${yard.id},,1`].join('\n'),
		)
		expect(faults(plan)).toMatchObject([
			{ line: 2, column: 'gateway', got: 'g-1' },
			{ line: 3, column: 'interval', got: '1' },
		])
		const fine = await previewed(
			[head, `s-1,桶,Bin,waste,${yard.id},网关,`, `g-1,网关,Gateway,gateway,${yard.id},,`].join('\n'),
		)
		expect(outline(fine)).toEqual(['2 added', '3 added'])
		expect(fine.lines[0]).toMatchObject({ entry: { gateway: 'g-1' } })
	})

	it.each([
		{ text: '', trouble: { is: 'empty' } },
		{ text: '名称,类型\n桶,垃圾', trouble: { is: 'no-id' } },
		{ text: 'id,kind', trouble: { is: 'no-rows' } },
		{ text: 'id,编号\na,b', trouble: { is: 'twice', heading: '编号' } },
		{ text: 'id,kind\na,"waste\nb,toilet', trouble: { is: 'unclosed', line: 2 } },
		{ text: `id\n${'a\n'.repeat(mostRows + 1)}`, trouble: { is: 'too-many', rows: mostRows + 1 } },
	])('cannot be read at all: $trouble.is', ({ text, trouble }) => {
		expect(planOf(deviceSheet, text, view).trouble).toMatchObject(trouble)
	})

	it('counts lines as an editor does, also over a cell of two lines and what is passed over', () => {
		const { rows } = rowsOf('id;name\r\n# note\r\n\r\na;"one\r\ntwo"\r\n;;\r\nb;three\r\n')
		expect(rows).toEqual([
			{ line: 1, cells: ['id', 'name'] },
			{ line: 4, cells: ['a', 'one\ntwo'] },
			{ line: 7, cells: ['b', 'three'] },
		])
	})

	it('names the headings that it does not know, and does not look at their cells', async () => {
		const plan = await previewed(`id,备注,interval\n${bin.id},随便,600`)
		expect(plan.unknown).toEqual(['备注'])
		expect(outline(plan)).toEqual(['2 changed'])
	})

	it('reads days as spreadsheets write them, and digits of full width', async () => {
		const plan = await previewed(`id,left,interval\n${bin.id},2026/3/5,６００`)
		expect(plan.lines[0]).toMatchObject({ entry: { left: '2026-03-05', interval: 600 } })
	})

	it('is put gateways first, so many in a call, and says how far it came when the connection breaks', async () => {
		const rows = Array.from({ length: 250 }, (_, i) => `s-${i},桶,Bin,${i === 249 ? '网关' : '垃圾'},${yard.id}`)
		const plan = planOf(deviceSheet, ['id,name_zh,name_en,kind,courtyard', ...rows].join('\n'), view)
		const told: number[] = []
		const { kept, put } = api()
		expect(await putAll(deviceSheet, plan, put, ({ done }) => told.push(done))).toEqual({ done: 250 })
		expect(told).toEqual([100, 200, 250])
		expect(kept[0]?.devices[0]?.id).toBe('s-249')
		let calls = 0
		const broken: Put = (body, how) => (++calls > 1 ? Promise.resolve({ is: 'offline' }) : put(body, how))
		expect(await putAll(deviceSheet, plan, broken, () => undefined)).toEqual({ done: 100, failure: { is: 'offline' } })
	})

	it('is not judged where the registry cannot be asked or the reader may not', async () => {
		const plan = planOf(deviceSheet, `id,interval\n${bin.id},600`, view)
		expect(await settled(deviceSheet, plan, async () => ({ is: 'offline' }))).toEqual({ is: 'offline' })
		const refused = { is: 'refused' as const, problem: { ...badRequest('role', { zh: '不行', en: 'no' }), errors: [] } }
		expect(await settled(deviceSheet, plan, async () => refused)).toEqual(refused)
	})
})

test('UTF-8 with and without a mark, UTF-16 and GBK are read as what they are', () => {
	const bytes = (...values: number[]) => Uint8Array.from(values)
	expect(decodeText(new TextEncoder().encode('编号'))).toEqual({ text: '编号', encoding: 'UTF-8' })
	expect(decodeText(new TextEncoder().encode('\uFEFF编号'))).toEqual({ text: '编号', encoding: 'UTF-8' })
	expect(decodeText(bytes(0xff, 0xfe, 0x16, 0x7f, 0xf7, 0x53))).toEqual({ text: '编号', encoding: 'UTF-16' })
	expect(decodeText(bytes(0xb1, 0xe0, 0xba, 0xc5))).toEqual({ text: '编号', encoding: 'GBK' })
})

test.each([
	[deviceSheet, 'zh'],
	[deviceSheet, 'en'],
	[courtyardSheet, 'zh'],
	[courtyardSheet, 'en'],
] as const)('what is exported changes nothing when it is imported again', async (sheet, language) => {
	const { text } = decodeText(new TextEncoder().encode(tableOf(sheet, view[sheet.room], language)))
	const plan = await previewed(text, sheet)
	expect(plan.unknown).toEqual([])
	expect(new Set(plan.lines.map(({ is }) => is))).toEqual(new Set(['unchanged']))
	expect(plan.lines).toHaveLength(view[sheet.room].length)
})

test('every text comes back as it was, and none begins as a formula does', () => {
	const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n\0]/g, '').trim())
	fc.assert(
		fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
			const text = csvOf([['id', 'a', 'b'], ...rows.map(([a, b, c]) => [`x${a}`, b, c])])
			expect(
				rowsOf(text.slice(1))
					.rows.slice(1)
					.map(({ cells }) => cells),
			).toEqual(rows.map(([a, b, c]) => [`x${a}`, b, c]))
		}),
	)
	for (const first of ['=', '+', '-', '@'])
		expect(csvOf([['a', `${first}cmd|' /C calc'!A0`]])).toContain(`,'${first}cmd`)
	expect(csvOf([['a', '-12.5']])).toContain(',-12.5')
})

test('a template is filled in under its headings; its line of explanations is passed over', async () => {
	const template = templateOf(deviceSheet, 'zh')
	expect(template).toContain('必填：')
	expect(planOf(deviceSheet, template, view).trouble).toEqual({ is: 'no-rows' })
})
