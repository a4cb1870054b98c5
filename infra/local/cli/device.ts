import { parseArgs } from 'node:util'
import { mosquittoCommand } from '../../../shared/contract/registry/mosquittoCommand.ts'
import * as z from '../../../shared/contract/zod.ts'
import { openThingRegistry } from '../iot/thingRegistry.ts'
import { certificatesOf } from '../provisionDevice.ts'
import { requireRunningEdition } from '../runningEdition.ts'
import { addDevice } from './addDevice.ts'
import { allow, certificate, claim, revoke, rotate } from './identity.ts'
import { GivenDevice } from './overKnown.ts'
import { runCommand, UsageError } from './runCommand.ts'

const usage = `Devices of the local edition, and their certificates. What becomes of a connection: docs/certificates.md.

  npm run device -- add --id <id> --kind toilet|waste|sewage|display|gateway --courtyard <id>
                         registers a device and gives it a certificate, unless it has one or
                         fetches its own (--serial)
  npm run device -- list
  npm run device -- certificate --id <id>   for a device of the registry that has none
  npm run device -- rotate --id <id> [--now]
                         a new certificate; the old one ends when the device has connected with
                         the new one, or at once
  npm run device -- revoke --id <id>        ends all its certificates and its connection
  npm run device -- claim                   shows the claim certificate, by which devices fetch theirs
  npm run device -- allow --serial <serial number>
                         lets a device fetch its certificate once more

  --interval <seconds>   reporting interval, 10 to 86400 (default: 300)
  --gateway <id>         the gateway that speaks for it
  --eui <eui>            LoRaWAN DevEUI, 16 hexadecimal digits
  --mn <number>          under which a sewage station speaks HJ 212
  --serial <number>      by which it may fetch its certificate itself, once (docs/certificates.md)
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
	now: { type: 'boolean', default: false },
	serial: { type: 'string' },
	data: { type: 'string', default: '.local' },
} as const

/** The options that are given as text. */
type Texts = Partial<Record<Exclude<keyof typeof options, 'now'>, string>>

const millimetres = (values: Texts): Record<string, number> =>
	Object.fromEntries(
		(
			[
				['binHeight', values['bin-height']],
				['wellDepth', values['well-depth']],
				['blindZone', values['blind-zone']],
			] as const
		).flatMap(([name, value]) => (value === undefined ? [] : [[name, Number(value)]])),
	)

const readDevice = (values: Texts): GivenDevice => {
	const { id, kind, courtyard, interval, gateway, eui, mn, serial, model, 'name-zh': zh, 'name-en': en } = values
	const missing = Object.entries({ id, kind, courtyard }).filter(([, value]) => value === undefined)
	if (missing.length > 0) throw new UsageError(`Missing: ${missing.map(([name]) => `--${name}`).join(', ')}.`)
	const numbers = { ...(interval === undefined ? {} : { interval: Number(interval) }), ...millimetres(values) }
	const name = { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) }
	const parsed = GivenDevice.safeParse({ id, kind, courtyard, gateway, eui, mn, serial, model, ...numbers, name })
	if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error))
	return parsed.data
}

const add = async (data: string, given: GivenDevice): Promise<void> => {
	const running = await requireRunningEdition(data)
	const { device, wasKnown, certificates, madeCourtyard } = await addDevice(data, running, given)
	if (madeCourtyard) console.log(`Courtyard ${device.courtyard} was new: it was made in the village "local".`)
	if (wasKnown) console.log(`${device.id} was registered already: what was not given stays as it was.`)
	console.log(`${device.kind} ${device.id} belongs to courtyard ${device.courtyard}.`)
	if (device.serial !== undefined) {
		console.log(`It fetches its certificate itself, by the serial number ${device.serial}: docs/certificates.md.`)
		return
	}
	console.log(`Certificates: ${certificates.cert}\n              ${certificates.key}\n              ${certificates.ca}`)
	const broker = { host: 'localhost', port: running.mqttPort }
	console.log(`\nTry:\n  ${mosquittoCommand(device, broker, certificates)}`)
}

const list = async (data: string): Promise<void> => {
	const things = await (await openThingRegistry(data)).list()
	for (const { name, attributes, certificates } of things) {
		const statuses = certificates.map(({ status }) => status).join(' ')
		console.log([name, attributes.kind, attributes.courtyard, certificatesOf(data, name).folder, statuses].join('\t'))
	}
	if (things.length === 0) console.error(`No device has a certificate in ${data} yet.`)
}

const needed = (name: string, value: string | undefined): string => {
	if (value === undefined) throw new UsageError(`Missing: --${name}.`)
	return value
}

await runCommand(usage, async (args) => {
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
	const [command, ...extra] = positionals
	if (extra.length > 0) throw new UsageError(`Not understood: ${extra.join(' ')}`)
	const { data, id, serial, now } = values
	const commands: Record<string, () => Promise<void>> = {
		add: () => add(data, readDevice(values)),
		list: () => list(data),
		certificate: () => certificate(data, needed('id', id)),
		rotate: () => rotate(data, needed('id', id), now),
		revoke: () => revoke(data, needed('id', id)),
		claim: () => claim(data),
		allow: () => allow(data, needed('serial', serial)),
	}
	const run = command !== undefined && Object.hasOwn(commands, command) ? commands[command] : undefined
	if (run) await run()
	else
		throw new UsageError(
			command === undefined ? `Say ${Object.keys(commands).join(', ')}.` : `There is no command "${command}".`,
		)
})
