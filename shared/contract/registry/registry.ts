import { Person } from '../people/person.ts'
import { phoneNumber } from '../people/phoneNumber.ts'
import { DeviceKind } from '../telemetry/measurand.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'
import { DeviceModel } from './deviceModel.ts'
import { JsonMapping } from './jsonMapping.ts'

/**
 * The registry: who and what exists. Ids go into MQTT topics, URLs and table keys, so they are short, plain and
 * case-sensitive; names are for people, in both languages.
 */
export const Id = z.string().check(
	z.regex(
		/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
		told({
			zh: 'id 是 1 到 64 个字母、数字、“-”或“_”，以字母或数字开头',
			en: 'an id has 1 to 64 letters, digits, "-" or "_" and starts with a letter or digit',
		}),
	),
)
/** EUI-64: 16 hexadecimal digits, kept in lower case. */
export const Eui = z
	.string()
	.check(
		z.toLowerCase(),
		z.regex(/^[0-9a-f]{16}$/, told({ zh: 'EUI 是 16 位十六进制数字', en: 'an EUI has 16 hexadecimal digits' })),
	)
/** The number (MN) under which a sewage station speaks, HJ 212: 14 characters in 2005, 24 from 2017 on; others in the field. */
export const Mn = z.string().check(
	z.regex(
		/^[0-9A-Za-z_-]{1,32}$/,
		told({
			zh: '站点编号（MN）是 1 到 32 个字母、数字、“-”或“_”',
			en: 'a station number has 1 to 32 letters, digits, "-" or "_"',
		}),
	),
)
/** As the maker printed it on the device. */
export const SerialNumber = z.string().check(
	z.regex(
		/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/,
		told({
			zh: '序列号是 1 到 64 个字母、数字或 . _ : -，以字母或数字开头',
			en: 'a serial number has 1 to 64 letters, digits, ".", "_", ":" or "-" and starts with a letter or digit',
		}),
	),
)
export const Name = z.strictObject({
	zh: z.string().check(z.minLength(1), z.maxLength(60)),
	en: z.string().check(z.minLength(1), z.maxLength(80)),
})
export type Name = z.infer<typeof Name>

/** WGS 84, degrees. */
export const Position = z.strictObject({
	lat: z.number().check(z.minimum(-90), z.maximum(90)),
	lon: z.number().check(z.minimum(-180), z.maximum(180)),
})

export const Township = z.strictObject({ id: Id, name: Name })
export type Township = z.infer<typeof Township>

export const Village = z.strictObject({ id: Id, township: Id, name: Name })
export type Village = z.infer<typeof Village>

const Somebody = z.extend(Person, { name: z.string().check(z.minLength(1), z.maxLength(60)) })

/** A telephone number. */
export const Phone = z
	.string()
	.check(
		z.trim(),
		z.regex(phoneNumber, told({ zh: '电话是 5 到 20 位数字', en: 'a telephone number has 5 to 20 digits' })),
	)

/** Who stands in for the one in charge: days of Asia/Shanghai, both included. */
export const Deputy = z
	.strictObject({
		person: Somebody,
		from: z.iso.date(),
		until: z.iso.date(),
		phone: z.optional(Phone),
		/** Who named him, where that was not the registry's keeper. */
		namedBy: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
		/** From this day on he no longer does, and who said so. */
		ended: z.optional(z.strictObject({ on: z.iso.date(), by: z.string().check(z.minLength(1), z.maxLength(60)) })),
	})
	.check(
		z.refine(({ from, until }) => from <= until, {
			...told({ zh: '结束日不能早于开始日', en: 'not before "from"' }),
			path: ['until'],
		}),
	)
export type Deputy = z.infer<typeof Deputy>

/** Who answers for a courtyard, and who does in their place. */
export const InCharge = z.strictObject({
	person: Somebody,
	deputies: z._default(z.array(Deputy).check(z.maxLength(200)), []),
})
export type InCharge = z.infer<typeof InCharge>

export const CourtyardKind = z.enum(['natural-village', 'concentric', 'settlement'])

export const Courtyard = z.strictObject({
	id: Id,
	village: Id,
	name: Name,
	kind: CourtyardKind,
	households: z.int().check(z.minimum(1), z.maximum(10_000)),
	position: z.optional(Position),
	/** The courtyard head's name as people write it. */
	head: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
	/** Who gets the alerts; ids are those of the identity provider. */
	inCharge: z.optional(InCharge),
})
export type Courtyard = z.infer<typeof Courtyard>

/** A time a device is under repair, milliseconds since 1970; it ends by itself where `until` is given. */
export const OutOfService = z.strictObject({
	from: z.int(),
	until: z.optional(z.int()),
	by: z.string().check(z.minLength(1), z.maxLength(60)),
	reason: z.string().check(z.minLength(1), z.maxLength(200)),
	/** Who brought it back before `until`. */
	endedBy: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
})
export type OutOfService = z.infer<typeof OutOfService>

export const Device = z.strictObject({
	/** Also the thing name, the certificate's CN and the MQTT client id. */
	id: Id,
	kind: DeviceKind,
	courtyard: Id,
	name: Name,
	/** Reporting interval in seconds; a reading holds for three of them. */
	interval: z._default(z.int().check(z.minimum(10), z.maximum(86_400)), 300),
	position: z.optional(Position),
	/** A toilet of one household: its visits are kept as a daily count only. */
	household: z._default(z.boolean(), false),
	/** Discharge level of a sewage work (DB51/2626-2019). */
	sewageLevel: z._default(z.enum(['I', 'II', 'III']), 'II'),
	/** Class of a public toilet (GB/T 17217-1998: 一类, 二类, 三类). */
	toiletClass: z._default(z.literal([1, 2, 3]), 2),
	/** The gateway thing that may speak for this device. */
	gateway: z.optional(Id),
	/** LoRaWAN DevEUI: under it the network server speaks of the device. */
	eui: z.optional(Eui),
	/** The number under which a sewage station speaks HJ 212; case-sensitive. */
	mn: z.optional(Mn),
	/** With one the device may fetch its certificate itself, once, by the claim certificate (docs/certificates.md). */
	serial: z.optional(SerialNumber),
	/** Whose payload table its bytes follow (docs/devices.md). */
	model: z.optional(DeviceModel),
	/** From the sensor down to the floor of the empty bin, millimetres. */
	binHeight: z.optional(z.int().check(z.minimum(50), z.maximum(10_000))),
	/**
	 * Of a well or a septic tank, millimetres: from a sensor above down to the floor; for a submerged one, the depth of
	 * water at which it is full.
	 */
	wellDepth: z.optional(z.int().check(z.minimum(50), z.maximum(20_000))),
	/** From a sensor above down to where it counts as full, millimetres: nearer it cannot measure. Absent: 0. */
	blindZone: z.optional(z.int().check(z.minimum(0), z.maximum(5000))),
	/** How its own JSON is read, where that is not ours. */
	custom: z.optional(JsonMapping),
	/** Times under repair: no alarms, no score (missing, not 100). */
	outOfService: z._default(z.array(OutOfService), []),
	/** The first and the last day, Asia/Shanghai, on which it counts for a score; absent: always. */
	joined: z.optional(z.iso.date()),
	left: z.optional(z.iso.date()),
	/** Courtyards it was in before this one, the earliest first, each up to the day (excluded) on which it moved. */
	moves: z._default(z.array(z.strictObject({ courtyard: Id, until: z.iso.date() })), []),
})
export type Device = z.infer<typeof Device>

/**
 * 搁置 (ISA-18.2): for a time an alarm of a device makes no task and sends nothing. It still runs and stands in the
 * history. Instants in milliseconds since 1970.
 */
export const Shelf = z.strictObject({
	id: z.string().check(z.minLength(1), z.maxLength(160)),
	device: Id,
	/** An alarm rule, or `*` for all of the device. */
	rule: z
		.string()
		.check(
			z.regex(
				/^(\*|[a-z][a-zA-Z0-9-]{0,63})$/,
				told({ zh: '告警规则的写法如 fill-high；“*”表示全部', en: 'a rule is named like "fill-high"; "*" means all' }),
			),
		),
	from: z.int(),
	until: z.int(),
	by: z.string().check(z.minLength(1), z.maxLength(60)),
	reason: z.string().check(z.minLength(1), z.maxLength(200)),
	/** Who ended it before its time. */
	endedBy: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
})
export type Shelf = z.infer<typeof Shelf>

/**
 * What `PUT /api/registry` takes: any part of the registry; each entry is put as it is, entries not named stay. A device
 * that comes without times under repair or earlier courtyards keeps those it has, and a change of courtyard is noted. A
 * courtyard that comes without a person in charge or deputies keeps those it has, and always those whom its head named.
 */
export const RegistryImport = z.strictObject({
	townships: z._default(z.array(Township), []),
	villages: z._default(z.array(Village), []),
	courtyards: z._default(z.array(Courtyard), []),
	devices: z._default(z.array(Device), []),
})
export type RegistryImport = z.infer<typeof RegistryImport>

/** What `PUT /api/registry` answers: how many entries were put. */
export const RegistryImported = z.object({
	townships: z.int(),
	villages: z.int(),
	courtyards: z.int(),
	devices: z.int(),
})
export type RegistryImported = z.infer<typeof RegistryImported>

/** `GET /api/registry`: all there is, in the form in which `PUT /api/registry` takes it back. */
export const RegistryView = z.object({
	townships: z.array(Township),
	villages: z.array(Village),
	courtyards: z.array(Courtyard),
	devices: z.array(Device),
})
export type RegistryView = z.infer<typeof RegistryView>
