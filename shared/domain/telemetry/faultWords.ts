import type { Fault } from '../../contract/reading.ts'

type Words = { zh: string; en: string }

/** What decoders say they expected, in Chinese; anything else is a value and stays as it is. */
const expectations: Readonly<Record<string, string>> = {
	'a number': '数字',
	'an object of values': '由监测项和数值组成的对象',
	'the id of a device': '设备编号',
	'seconds or milliseconds since 1970': '1970 年以来的秒数或毫秒数',
}

/** Why something was refused, in words a person understands. */
export function faultWords({ code, field, expected, got, device, measurands }: Fault): Words {
	const at = field ? { zh: `“${field}”`, en: `"${field}"` } : { zh: '内容', en: 'the payload' }
	switch (code) {
		case 'not-json':
			return { zh: `内容不是 JSON，收到：${got}`, en: `the payload is not JSON; it begins: ${got}` }
		case 'wrong-type':
			return {
				zh: `${at.zh} 类型不对，应为${expectations[expected ?? ''] ?? expected}，收到 ${got}`,
				en: `${at.en} should be ${expected}, but is ${got}`,
			}
		case 'empty':
			return {
				zh: `没有任何可识别的监测项，收到 ${got}`,
				en: `there is no measurand we know in it; it holds ${got}`,
			}
		case 'implausible':
			return {
				zh: `“${field}” 的值 ${got} 不合理（合理范围 ${expected}），传感器可能有故障${more(measurands)}`,
				en: `"${field}" is ${got}, which no sound sensor sends (plausible: ${expected})${more(measurands)}`,
			}
		case 'too-large':
			return { zh: `内容过大：${got}，最多 ${expected}`, en: `the payload is too large: ${got}, at most ${expected}` }
		case 'too-late':
			return {
				zh: `读数时间 ${got} 太早，超过可接受的 ${expected}`,
				en: `the reading is of ${got}, older than the ${expected} we accept`,
			}
		case 'clock-ahead':
			return { zh: `设备时钟偏快：读数时间 ${got} 在将来`, en: `the device's clock is ahead: its reading is of ${got}` }
		case 'unregistered':
			return { zh: `设备 ${device} 没有登记`, en: `the device ${device} is not registered` }
		case 'not-listed':
			return {
				zh: `${got} 无权代表设备 ${device} 上报：登记中没有这一关系`,
				en: `${got} may not speak for the device ${device}: the registry does not list it there`,
			}
		case 'unknown-format':
			return {
				zh: `不认识的格式 “${got}”，可用：${expected}`,
				en: `the format "${got}" is unknown; known: ${expected}`,
			}
		case 'bad-message':
			return { zh: '队列中的消息不完整', en: 'the message in the queue is not one of the topic rule' }
	}
}

const more = (measurands: Fault['measurands']): string =>
	measurands && measurands.length > 1 ? ` [${measurands.join(', ')}]` : ''
