import type { FaultCode } from '../../../shared/contract/telemetry/reading.ts'

type Words = { readonly zh: string; readonly en: string }

/** Why messages are refused, in a few plain words, and what to mend before they are replayed. */
export const reasonWords: Readonly<Record<FaultCode, { readonly title: Words; readonly mend: Words }>> = (() => {
	const device = {
		zh: '请检查设备或网关的设置。内容本身有误，重放也不会被接受；修好后新的数据会正常进来。',
		en: 'Check the settings of the device or gateway. The content itself is wrong, so a replay would be refused again; new readings come in once it is mended.',
	}
	const decoder = {
		zh: '请核对登记的型号和设备的实际型号是否一致，改好登记后再重放。',
		en: 'See whether the model in the registry is that of the device; correct the registry, then replay.',
	}
	return {
		'not-json': { title: { zh: '内容不是 JSON', en: 'Not JSON' }, mend: device },
		'not-cbor': { title: { zh: '内容不是 CBOR', en: 'Not CBOR' }, mend: device },
		'not-hex': { title: { zh: '内容不是十六进制', en: 'Not hexadecimal' }, mend: device },
		'wrong-type': { title: { zh: '数值类型不对', en: 'Wrong type of value' }, mend: device },
		empty: { title: { zh: '没有监测数据', en: 'No readings in it' }, mend: device },
		implausible: {
			title: { zh: '数值不合理', en: 'Implausible value' },
			mend: {
				zh: '多半是传感器故障，请到现场查看。如果数值确实可能，请在评分标准里放宽合理范围，再重放。',
				en: 'Most likely the sensor is at fault: have it looked at. If such values can be true, widen the plausible range in the profile, then replay.',
			},
		},
		'too-large': { title: { zh: '内容过大', en: 'Too large' }, mend: device },
		'too-late': {
			title: { zh: '读数太旧', en: 'Readings too old' },
			mend: {
				zh: '请检查设备的时钟。这么旧的读数不再采用，重放也一样。',
				en: 'Check the clock of the device. Readings as old as this are not taken any more, not by a replay either.',
			},
		},
		'clock-ahead': {
			title: { zh: '设备时钟偏快', en: 'Clock is ahead' },
			mend: {
				zh: '请校准设备的时钟。到了读数所写的时间以后，可以重放。',
				en: 'Set the clock of the device right. Once the time that the readings name has come, replay.',
			},
		},
		unregistered: {
			title: { zh: '设备没有登记', en: 'Device not registered' },
			mend: {
				zh: '请先在设置里登记这台设备，再重放，数据就会补上。',
				en: 'Register the device in the settings, then replay: its readings are made up for.',
			},
		},
		'not-listed': {
			title: { zh: '网关无权代报', en: 'Not listed under the gateway' },
			mend: {
				zh: '请在登记里把设备归到它的网关，再重放。',
				en: 'Name the gateway in the registry entry of the device, then replay.',
			},
		},
		'unknown-format': { title: { zh: '格式不认识', en: 'Unknown format' }, mend: device },
		'must-understand': { title: { zh: '有不认识的必读字段', en: 'A field nobody knows' }, mend: device },
		'unknown-unit': { title: { zh: '单位不能换算', en: 'Unknown unit' }, mend: device },
		'unknown-channel': { title: { zh: '数据与型号不符', en: 'Does not fit the model' }, mend: decoder },
		'cut-off': { title: { zh: '数据不完整', en: 'Breaks off' }, mend: decoder },
		'not-hj212': { title: { zh: '不是 HJ 212 数据包', en: 'No frame of HJ 212' }, mend: device },
		'wrong-length': { title: { zh: '数据包长度不对', en: 'Wrong length' }, mend: device },
		'wrong-crc': { title: { zh: '数据包校验不对', en: 'Wrong check sum' }, mend: device },
		'missing-parts': {
			title: { zh: '数据包缺少分包', en: 'Parts of a packet are missing' },
			mend: {
				zh: '收到的分包里完整的数据已经采用。请查看站点的网络；站点补发后会自动补上。',
				en: 'What was whole in the other parts is taken. Look at the network of the station; what it sends again is made up for.',
			},
		},
		'no-model': {
			title: { zh: '没有登记型号', en: 'No model registered' },
			mend: { zh: '请在登记里补上设备型号，再重放。', en: 'Add the model to the registry entry, then replay.' },
		},
		'no-geometry': {
			title: { zh: '没有登记桶高或井深', en: 'No height or depth registered' },
			mend: {
				zh: '请在登记里补上桶高或井深，再重放。',
				en: 'Add the height of the bin or the depth of the well to the registry entry, then replay.',
			},
		},
		'bad-message': {
			title: { zh: '消息不完整', en: 'Message not whole' },
			mend: {
				zh: '这不是设备的问题，请把这条消息告诉系统管理员。',
				en: 'The device is not to blame: show this message to the administrator of the system.',
			},
		},
	}
})()
