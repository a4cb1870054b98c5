import { forbidden, notFound, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { Courtyard } from '../../../shared/contract/registry/registry.ts'
import type { Registry, RegistryReader } from '../../../shared/ports/registry.ts'
import { maySee, type Viewer } from '../http/viewer.ts'

/** The courtyard, and the registry it stands in, if the viewer may see it. */
export async function seenCourtyard(
	registry: RegistryReader,
	viewer: Viewer,
	id: string,
): Promise<{ courtyard: Courtyard; known: Registry } | { refused: Outcome }> {
	if (!maySee(viewer, id)) return { refused: forbidden({ zh: '这是别的院落。', en: 'This is another courtyard.' }) }
	let known = await registry.current()
	if (!known.courtyards.has(id)) known = await registry.refreshed()
	const courtyard = known.courtyards.get(id)
	return courtyard ? { courtyard, known } : { refused: notFound({ zh: `院落“${id}”`, en: `courtyard "${id}"` }) }
}
