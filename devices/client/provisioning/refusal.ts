import * as z from '../../../shared/contract/zod.ts'

const Body = z.object({ errorCode: z._default(z.string(), ''), errorMessage: z._default(z.string(), '') })

/** The service will not give this device a certificate; asking again changes nothing until somebody does something. */
export class ProvisioningRefused extends Error {
	/** The `errorCode` of AWS IoT. */
	readonly code: string
	readonly words: { readonly zh: string; readonly en: string }
	constructor(code: string, words: { zh: string; en: string }) {
		super(`${words.zh}\n${words.en}`)
		this.code = code
		this.words = words
	}
}

/** What a refusal means for whoever stands beside the device, and what helps. */
export const refusalOf = (body: unknown, serial: string): ProvisioningRefused => {
	const parsed = Body.safeParse(body)
	const { errorCode, errorMessage } = parsed.success ? parsed.data : { errorCode: '', errorMessage: '' }
	if (errorCode === 'AccessDenied')
		return new ProvisioningRefused(errorCode, {
			zh: `没有领到证书：登记表里没有序列号 ${serial}，或者它已经领过一次。请管理员核对登记表；设备换过或丢了证书的，请管理员允许再领一次。`,
			en: `No certificate: the registry has no serial number ${serial}, or it was used before. Ask an administrator to look it up; if the device was reset or lost its certificate, to allow it once more.`,
		})
	return new ProvisioningRefused(errorCode, {
		zh: `没有领到证书，序列号 ${serial}。服务的答复：${errorMessage || '无'}（${errorCode || '无代码'}）。`,
		en: `No certificate for serial number ${serial}. The service says: ${errorMessage || 'nothing'} (${errorCode || 'no code'}).`,
	})
}
