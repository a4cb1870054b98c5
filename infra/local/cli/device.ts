import { parseArgs } from 'node:util'
import * as z from 'zod'
import { openThingRegistry } from '../iot/thingRegistry.ts'
import { certificatesOf } from '../provisionDevice.ts'
import { requireRunningEdition } from '../runningEdition.ts'
import { addDevice } from './addDevice.ts'
import { nextCommand } from './nextCommand.ts'
import { GivenDevice } from './overKnown.ts'
import { runCommand, UsageError } from './runCommand.ts'

const usage = `Adds a device to the running local edition, or lists the devices that have certificates.

  npm run device -- add --id <id> --kind toilet|waste|sewage|display|gateway --courtyard <id>
  npm run device -- list

  --interval <seconds>   reporting interval, 10 to 86400 (default: 300)
  --gateway <id>         the gateway that speaks for it
  --eui <eui>            LoRaWAN DevEUI, 16 hexadecimal digits
  --mn <number>          under which a sewage station speaks HJ 212
  --model <model>        whose payload table its bytes follow (docs/devices.md)
  --bin-height, --well-depth, --blind-zone <mm>
                         what turns a distance or a depth into a level
  --name-zh, --name-en   names people read (default: the id)
                         of a device that is registered, what is not given stays as it is
  --data <folder>        data folder of the edition (default: .local)`

const options = {
	id: { type: 'string' },
	kind: { type: 'string' },
	courtyard: { type: 'string' },
	interval: { type: 'string' },
	gateway: { type: 'string' },
	eui: { type: 'string' },
	mn: { type: 'string' },
	model: { type: 'string' },
	'bin-height': { type: 'string' },
	'well-depth': { type: 'string' },
	'blind-zone': { type: 'string' },
	'name-zh': { type: 'string' },
	'name-en': { type: 'string' },
	data: { type: 'string', default: '.local' },
} as const

const millimetres = (values: Partial<Record<keyof typeof options, string>>): Record<string, number> =>
	Object.fromEntries(
		(
			[
				['binHeight', values['bin-height']],
				['wellDepth', values['well-depth']],
				['blindZone', values['blind-zone']],
			] as const
		).flatMap(([name, value]) => (value === undefined ? [] : [[name, Number(value)]])),
	)

const readDevice = (values: Partial<Record<keyof typeof options, string>>): GivenDevice => {
	const { id, kind, courtyard, interval, gateway, eui, mn, model, 'name-zh': zh, 'name-en': en } = values
	const missing = Object.entries({ id, kind, courtyard }).filter(([, value]) => value === undefined)
	if (missing.length > 0) throw new UsageError(`Missing: ${missing.map(([name]) => `--${name}`).join(', ')}.`)
	const numbers = { ...(interval === undefined ? {} : { interval: Number(interval) }), ...millimetres(values) }
	const name = { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) }
	const parsed = GivenDevice.safeParse({ id, kind, courtyard, gateway, eui, mn, model, ...numbers, name })
	if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error))
	return parsed.data
}

const add = async (data: string, given: GivenDevice): Promise<void> => {
	const running = await requireRunningEdition(data)
	const { device, wasKnown, certificates, madeCourtyard } = await addDevice(data, running, given)
	if (madeCourtyard) console.log(`Courtyard ${device.courtyard} was new: it was made in the village "local".`)
	if (wasKnown) console.log(`${device.id} was registered already: what was not given stays as it was.`)
	console.log(`${device.kind} ${device.id} belongs to courtyard ${device.courtyard}.`)
	console.log(`Certificates: ${certificates.cert}\n              ${certificates.key}\n              ${certificates.ca}`)
	console.log(`\nTry:\n  ${nextCommand(device, running.mqttPort, certificates)}`)
}

const list = async (data: string): Promise<void> => {
	const things = await (await openThingRegistry(data)).list()
	for (const { name, attributes } of things)
		console.log([name, attributes.kind, attributes.courtyard, certificatesOf(data, name).folder].join('\t'))
	if (things.length === 0) console.error(`No device has a certificate in ${data} yet.`)
}

await runCommand(usage, async (args) => {
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
	const [command, ...extra] = positionals
	if (extra.length > 0) throw new UsageError(`Not understood: ${extra.join(' ')}`)
	if (command === 'list') await list(values.data)
	else if (command === 'add') await add(values.data, readDevice(values))
	else throw new UsageError(command === undefined ? 'Say add or list.' : `There is no command "${command}".`)
})
