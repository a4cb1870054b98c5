import type { DeviceModel } from '../../../shared/contract/registry/deviceModel.ts'
import { Device } from '../../../shared/contract/registry/registry.ts'
import type { DeviceBook } from '../../../shared/contract/telemetry/decoding.ts'

export type Fitting = Partial<Pick<Device, 'kind' | 'model' | 'binHeight' | 'wellDepth' | 'blindZone'>>

/** A book in which every device stands, each fitted alike: for an installer who has registered nothing yet. */
export function imaginedBook(fitting: Fitting): DeviceBook {
	const imagined = (id: string): Device | undefined =>
		Device.safeParse({
			kind: madeFor(fitting.model),
			...fitting,
			id,
			courtyard: 'courtyard',
			name: { zh: id, en: id },
		}).data
	return { byId: imagined, byEui: imagined, byMn: imagined }
}

/** What a model is commonly bought for. */
function madeFor(model: DeviceModel | undefined): Device['kind'] {
	if (model === undefined || /^(GS|VS)/.test(model)) return 'toilet'
	return model === 'EM500-SWL' ? 'sewage' : 'waste'
}
