import type { Fault } from '../../contract/telemetry/reading.ts'
import { inShanghai, shanghaiDay } from '../time/shanghai.ts'

type Words = { zh: string; en: string }

/** What decoders say they expected, in Chinese; anything else is a value and stays as it is. */
const expectations: Readonly<Record<string, string>> = {
	'a number': '数字',
	'an object of values': '由监测项和数值组成的对象',
	'the id of a device': '设备编号',
	'seconds or milliseconds since 1970': '1970 年以来的秒数或毫秒数',
	'a time since 1970': '1970 年以来的时间',
	'a text': '文本',
	'true or false': 'true 或 false',
	'a SenML pack: a list of records': 'SenML 包（记录列表）',
	'a SenML record': 'SenML 记录',
	'a SenML name': 'SenML 名称',
	'one of v, vs, vb, vd': 'v、vs、vb、vd 之一',
	'an event of ChirpStack v4': 'ChirpStack v4 事件',
	'a message of The Things Stack v3': 'The Things Stack v3 消息',
	'16 hexadecimal digits': '16 位十六进制数',
	'the bytes of an uplink in base64': 'Base64 编码的上行数据',
	'the number of a station': '站点编号（MN）',
	'four digits': '四位数字',
	YYYYMMDDhhmmss: '北京时间（年月日时分秒，14 或 17 位数字）',
	binHeight: '桶高（binHeight）',
	wellDepth: '井深（wellDepth）',
}

/** What was expected, as far as it is words. */
export const expectationWords = (expected: string): Words => ({ zh: expectations[expected] ?? expected, en: expected })

/** `2015-01-01 08:00`, the township's time: with the year, which is what a wrong clock has wrong. */
const moment = (iso: string | undefined): string => {
	const at = Date.parse(iso ?? '')
	return Number.isNaN(at) ? String(iso) : `${shanghaiDay(at)} ${inShanghai(at).en.slice(-5)}`
}

const dayCount = (expected: string | undefined): string => String(expected).replace(/ d$/, '')

/** Why something was refused, in words a person understands. */
export function faultWords({ code, field, expected, got, device, measurands }: Fault): Words {
	const at = field ? { zh: `“${field}”`, en: `"${field}"` } : { zh: '内容', en: 'the payload' }
	switch (code) {
		case 'not-json':
			return { zh: `内容不是 JSON，收到：${got}`, en: `the payload is not JSON; it begins: ${got}` }
		case 'not-cbor':
			return { zh: `内容不是完整的 CBOR：${got}`, en: `the payload is not sound CBOR: ${got}` }
		case 'not-hex':
			return {
				zh: `应为 <port>:<hex>（端口和十六进制数据），收到 ${got}`,
				en: `this should be "<port>:<hex>", but is ${got}`,
			}
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
				zh: `读数是 ${moment(got)} 的，太早了：最多接受 ${dayCount(expected)} 天以前的`,
				en: `the reading is of ${moment(got)}, older than the ${dayCount(expected)} days we accept`,
			}
		case 'clock-ahead':
			return {
				zh: `设备时钟偏快：读数时间 ${moment(got)} 在将来`,
				en: `the device's clock is ahead: its reading is of ${moment(got)}`,
			}
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
		case 'must-understand':
			return {
				zh: `发送方要求必须理解字段${at.zh}，我们不认识它，整包未采用`,
				en: `the sender insists on the field ${at.en} being understood; we do not know it, so nothing was taken`,
			}
		case 'unknown-unit':
			return {
				zh: `${at.zh} 的单位 ${got} 不能换算，可用：${expected}`,
				en: `${at.en} has the unit ${got}, which we cannot convert; known: ${expected}`,
			}
		case 'unknown-channel':
			return {
				zh: `第 ${field} 字节处的通道 ${got} 不在该型号的数据表中，其后内容未读取`,
				en: `the channel ${got} at byte ${field} is not in this model's payload table; what follows was not read`,
			}
		case 'cut-off':
			return { zh: `数据在第 ${field} 字节处中断：${got}`, en: `the payload breaks off at byte ${field}: ${got}` }
		case 'no-model':
			return {
				zh: `登记中没有设备 ${device} 的型号，也没有换算规则，无法解读其数据`,
				en: `the registry names neither a model nor a mapping for ${device}, so its bytes cannot be read`,
			}
		case 'no-geometry':
			return {
				zh: `登记中缺少设备 ${device} 的${expectations[expected ?? ''] ?? expected}，距离或深度 ${got} 无法换算`,
				en: `the registry lacks the ${expected} of ${device}: ${got} cannot be turned into a level`,
			}
		case 'not-hj212':
			return {
				zh: `这里不是 HJ 212 数据包，应以 ${expected} 开头，收到 ${got}`,
				en: `this is no frame of HJ 212, which begins with ${expected}; it is ${got}`,
			}
		case 'wrong-length':
			return {
				zh: `数据包写明数据段长 ${expected} 字节，与内容不符：${got}`,
				en: `the frame says that its data segment has ${expected} bytes, which is not so: ${got}`,
			}
		case 'wrong-crc':
			return {
				zh: `校验码不对：计算得 ${expected}，收到 ${got}，传输中可能有误`,
				en: `the check sum should be ${expected}, but is ${got}: the frame was garbled on its way`,
			}
		case 'missing-parts':
			return {
				zh: `数据包共 ${expected} 个分包，没有收到第 ${got} 个`,
				en: `of the ${expected} parts of a packet there is no number ${got}`,
			}
		case 'bad-message':
			return { zh: '队列中的消息不完整', en: 'the message in the queue is not one of the topic rule' }
	}
}

const more = (measurands: Fault['measurands']): string =>
	measurands && measurands.length > 1 ? ` [${measurands.join(', ')}]` : ''
