import { forbidden, notFound, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { RegistryReader } from '../../../shared/ports/registry.ts'
import { isStaff, maySee, type Viewer } from '../http/viewer.ts'

/** The device, if the viewer may see it. A head cannot tell a device that is not his from one that is not. */
export async function seenDevice(
	registry: RegistryReader,
	viewer: Viewer,
	id: string,
): Promise<{ device: Device } | { refused: Outcome }> {
	const device = (await registry.current()).devices.get(id) ?? (await registry.refreshed()).devices.get(id)
	if (device && maySee(viewer, device.courtyard)) return { device }
	if (device || !isStaff(viewer))
		return { refused: forbidden({ zh: '这不是您院落的设备。', en: 'This is not a device of your courtyard.' }) }
	return { refused: notFound({ zh: `设备“${id}”`, en: `device "${id}"` }) }
}
