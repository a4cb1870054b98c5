import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { deviceModels } from '../../shared/contract/registry/deviceModels.ts'
import { Device, RegistryImport } from '../../shared/contract/registry/registry.ts'
import * as z from '../../shared/contract/zod.ts'
import { deviceBook } from '../../shared/domain/registry/deviceBook.ts'
import { runCommand, UsageError } from '../local/cli/runCommand.ts'
import { StartError } from '../local/startError.ts'
import { answerLine } from './decode/answerLine.ts'
import { readFormat } from './decode/format.ts'
import { imaginedBook } from './decode/imaginedBook.ts'

const usage = `看系统如何理解设备数据：标准输入每行一个载荷，标准输出每行一个结果。
What the system understands of a device: one payload a line on standard input, one line of JSON for each on standard output:
{"readings":[{"device":…,"at":…,"values":{…},"quality":{…}}]}, or {"error":{"code":…,"message":…}}.
Beside readings there may be "faults" (parts that were refused), "unknown" (names that no measurand has) and "ignored".

  echo '85:017564 02671C01 036864 047D6400' | npm run --silent decode -- --format milesight:GS301
  npm run --silent decode -- --format chirpstack --registry registry.json < events.jsonl

  --format <format>        json, senml, chirpstack, tts, hj212, or milesight:<model>; a line is JSON text (of senml also
                           CBOR in hexadecimal), for hj212 a frame, for milesight <port>:<hex>
                           models: ${deviceModels.slice(0, 10).join(', ')},
                           ${deviceModels.slice(10).join(', ')}
  --registry <file>        devices as for PUT /api/registry; without it every device is taken as registered
  --device <id>            the publishing thing (default: device)
  --kind <kind>            toilet, waste or sewage (default: what the model is made for)
  --model <model>          of devices behind a network server
  --bin-height, --well-depth, --blind-zone <mm>

Exit code 0, also where lines had errors; 1: the registry cannot be read; 2: wrong usage.`

const text = { type: 'string' } as const
const millimetres = z.optional(z.coerce.number())
const Options = z.object({
	format: z.string({ error: 'Say --format.' }),
	registry: z.optional(z.string().check(z.minLength(1))),
	device: z._default(Device.shape.id, 'device'),
	kind: z.optional(Device.shape.kind),
	model: Device.shape.model,
	'bin-height': z.pipe(millimetres, Device.shape.binHeight),
	'well-depth': z.pipe(millimetres, Device.shape.wellDepth),
	'blind-zone': z.pipe(millimetres, Device.shape.blindZone),
})

const Registry = z.object(z.pick(RegistryImport, { devices: true }).shape)

async function readDevices(file: string): Promise<Map<string, Device>> {
	const remedy = 'It should be as for PUT /api/registry: {"devices": [{"id": …, "kind": …, …}]}.'
	const content = await readFile(file, 'utf8').catch(() => {
		throw new StartError({ message: `The registry file ${file} cannot be read.`, remedy })
	})
	const parsed = z.pipe(z.pipe(z.string(), z.transform(asJson)), Registry).safeParse(content)
	if (!parsed.success) throw new StartError({ message: `${file}: ${z.prettifyError(parsed.error)}`, remedy })
	return new Map(parsed.data.devices.map((device) => [device.id, device]))
}

function asJson(content: string): unknown {
	try {
		return JSON.parse(content)
	} catch {
		return undefined
	}
}

await runCommand(usage, async (args) => {
	const names = ['format', 'registry', 'device', 'kind', 'model', 'bin-height', 'well-depth', 'blind-zone']
	const { values } = parseArgs({ args, options: Object.fromEntries(names.map((name) => [name, text])) })
	const parsed = Options.safeParse(values)
	if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error))
	const { format: name, device: thing, registry, ...rest } = parsed.data
	const format = await readFormat(name)
	if (!format) throw new UsageError(`There is no format "${name}".`)
	const model = rest.model ?? format.model
	const fitted = {
		...(rest.kind && { kind: rest.kind }),
		...(model && { model }),
		...(rest['bin-height'] !== undefined && { binHeight: rest['bin-height'] }),
		...(rest['well-depth'] !== undefined && { wellDepth: rest['well-depth'] }),
		...(rest['blind-zone'] !== undefined && { blindZone: rest['blind-zone'] }),
	}
	const devices = registry === undefined ? imaginedBook(fitted) : deviceBook(await readDevices(registry))
	// Whoever reads us may have had enough, as `head` does: then there is nobody left to write for.
	process.stdout.on('error', () => process.exit(0))
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
		const context = { thing, receivedAt: Date.now(), devices }
		const answer = JSON.stringify(answerLine(format, line.replace(/^\uFEFF/, ''), context))
		if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, 'drain')
	}
})
