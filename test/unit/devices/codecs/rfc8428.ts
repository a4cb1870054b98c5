/** The examples of RFC 8428, section 5.1, and their resolved form, typed from the document. */
const ow = 'urn:dev:ow:10e2073a01080063'

export const measurements = [
	{ bn: ow, bt: 1.320067464e9, bu: '%RH', v: 20 },
	{ u: 'lon', v: 24.30621 },
	{ u: 'lat', v: 60.07965 },
	{ t: 60, v: 20.3 },
	{ u: 'lon', t: 60, v: 24.30622 },
	{ u: 'lat', t: 60, v: 60.07965 },
	{ t: 120, v: 20.7 },
	{ u: 'lon', t: 120, v: 24.30623 },
	{ u: 'lat', t: 120, v: 60.07966 },
	{ u: '%EL', t: 150, v: 98 },
	{ t: 180, v: 21.2 },
	{ u: 'lon', t: 180, v: 24.30628 },
	{ u: 'lat', t: 180, v: 60.07967 },
]

/** 5.1.4, resolved data: the only resolved form that the document itself writes out. */
export const measurementsResolved = [
	{ n: ow, u: '%RH', t: 1320067464, v: 20 },
	{ n: ow, u: 'lon', t: 1320067464, v: 24.30621 },
	{ n: ow, u: 'lat', t: 1320067464, v: 60.07965 },
	{ n: ow, u: '%RH', t: 1320067524, v: 20.3 },
	{ n: ow, u: 'lon', t: 1320067524, v: 24.30622 },
	{ n: ow, u: 'lat', t: 1320067524, v: 60.07965 },
	{ n: ow, u: '%RH', t: 1320067584, v: 20.7 },
	{ n: ow, u: 'lon', t: 1320067584, v: 24.30623 },
	{ n: ow, u: 'lat', t: 1320067584, v: 60.07966 },
	{ n: ow, u: '%EL', t: 1320067614, v: 98 },
	{ n: ow, u: '%RH', t: 1320067644, v: 21.2 },
	{ n: ow, u: 'lon', t: 1320067644, v: 24.30628 },
	{ n: ow, u: 'lat', t: 1320067644, v: 60.07967 },
]

const current = (t: number, v: number) => ({
	n: 'urn:dev:ow:10e2073a0108006:current',
	u: 'A',
	t: 1276020076.001 + t,
	v,
	bver: 5,
})

export const currents = [
	{ bn: 'urn:dev:ow:10e2073a0108006:', bt: 1.276020076001e9, bu: 'A', bver: 5, n: 'voltage', u: 'V', v: 120.1 },
	{ n: 'current', t: -5, v: 1.2 },
	{ n: 'current', t: -4, v: 1.3 },
	{ n: 'current', t: -3, v: 1.4 },
	{ n: 'current', t: -2, v: 1.5 },
	{ n: 'current', t: -1, v: 1.6 },
	{ n: 'current', v: 1.7 },
]
const currentsResolved = [
	{ n: 'urn:dev:ow:10e2073a0108006:voltage', u: 'V', t: 1276020076.001, v: 120.1, bver: 5 },
	current(-5, 1.2),
	current(-4, 1.3),
	current(-3, 1.4),
	current(-2, 1.5),
	current(-1, 1.6),
	current(0, 1.7),
]

/** Each example, and what its records are once resolved at the given time. */
export const examples = (now: number): [name: string, pack: object[], resolved: object[]][] => [
	['single data point', [{ n: ow, u: 'Cel', v: 23.1 }], [{ n: ow, u: 'Cel', t: now, v: 23.1 }]],
	[
		'multiple data points',
		[
			{ bn: `${ow}:`, n: 'voltage', u: 'V', v: 120.1 },
			{ n: 'current', u: 'A', v: 1.2 },
		],
		[
			{ n: `${ow}:voltage`, u: 'V', t: now, v: 120.1 },
			{ n: `${ow}:current`, u: 'A', t: now, v: 1.2 },
		],
	],
	['multiple data points with times before the base time', currents, currentsResolved],
	['multiple measurements', measurements, measurementsResolved],
	['resolved data, which stays as it is', measurementsResolved, measurementsResolved],
	[
		'multiple data types',
		[
			{ bn: `${ow}:`, n: 'temp', u: 'Cel', v: 23.1 },
			{ n: 'label', vs: 'Machine Room' },
			{ n: 'open', vb: false },
			{ n: 'nfc-reader', vd: 'aGkgCg' },
		],
		[
			{ n: `${ow}:temp`, u: 'Cel', t: now, v: 23.1 },
			{ n: `${ow}:label`, t: now, vs: 'Machine Room' },
			{ n: `${ow}:open`, t: now, vb: false },
			{ n: `${ow}:nfc-reader`, t: now, vd: 'aGkgCg' },
		],
	],
	[
		'collection of resources',
		[
			{ bn: '2001:db8::2/', bt: 1.320078429e9, n: 'temperature', u: 'Cel', v: 25.2 },
			{ n: 'humidity', u: '%RH', v: 30 },
			{ bn: '2001:db8::1/', n: 'temperature', u: 'Cel', v: 12.3 },
			{ n: 'humidity', u: '%RH', v: 67 },
		],
		[
			{ n: '2001:db8::2/temperature', u: 'Cel', t: 1320078429, v: 25.2 },
			{ n: '2001:db8::2/humidity', u: '%RH', t: 1320078429, v: 30 },
			{ n: '2001:db8::1/temperature', u: 'Cel', t: 1320078429, v: 12.3 },
			{ n: '2001:db8::1/humidity', u: '%RH', t: 1320078429, v: 67 },
		],
	],
	[
		'setting an actuator, after a record of base fields alone',
		[{ bn: `${ow}:` }, { n: 'temp', u: 'Cel', v: 23.1 }, { n: 'heat', u: '/', v: 1 }, { n: 'fan', u: '/', v: 0 }],
		[
			{ n: `${ow}:temp`, u: 'Cel', t: now, v: 23.1 },
			{ n: `${ow}:heat`, u: '/', t: now, v: 1 },
			{ n: `${ow}:fan`, u: '/', t: now, v: 0 },
		],
	],
	[
		'two lights dimmed now and off in a tenth of a second',
		[
			{ bt: 1.320078429e9, bu: '/', n: '2001:db8::3', v: 0.5 },
			{ n: '2001:db8::4', v: 0.5 },
			{ n: '2001:db8::3', t: 0.1, v: 0 },
			{ n: '2001:db8::4', t: 0.1, v: 0 },
		],
		[
			{ n: '2001:db8::3', u: '/', t: 1320078429, v: 0.5 },
			{ n: '2001:db8::4', u: '/', t: 1320078429, v: 0.5 },
			{ n: '2001:db8::3', u: '/', t: 1320078429.1, v: 0 },
			{ n: '2001:db8::4', u: '/', t: 1320078429.1, v: 0 },
		],
	],
]

/** Section 6: the currents above in CBOR, with integers for labels. */
export const currentsInCbor = `87
	a7 21 781b 75726e3a6465763a6f773a3130653230373361303130383030363a 22 fb41d303a15b001062
	23 6141 20 05 00 67 766f6c74616765 01 6156 02 fb405e066666666666
	a3 00 67 63757272656e74 06 24 02 fb3ff3333333333333
	a3 00 67 63757272656e74 06 23 02 fb3ff4cccccccccccd
	a3 00 67 63757272656e74 06 22 02 fb3ff6666666666666
	a3 00 67 63757272656e74 06 21 02 f93e00
	a3 00 67 63757272656e74 06 20 02 fb3ff999999999999a
	a2 00 67 63757272656e74 02 fb3ffb333333333333`
