import { badRequest, forbidden, notFound, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { Profile } from '../../../shared/contract/profile/profile.ts'
import { Month, writtenMonth } from '../../../shared/contract/score/score.ts'
import { profileOn } from '../../../shared/domain/profile/inForce.ts'
import type { Registry, RegistryReader } from '../../../shared/ports/registry.ts'
import { maySee, type Viewer } from '../http/viewer.ts'

/**
 * What is needed to speak of the head of a courtyard in a month, if the viewer may: the profile is the one in force on the
 * month's first day, so that nobody is judged by rules that came later.
 */
export async function seenHead(
	registry: RegistryReader,
	viewer: Viewer,
	{ courtyard, month }: { courtyard: string; month: string },
): Promise<{ profile: Profile; known: Registry } | { refused: Outcome }> {
	if (!maySee(viewer, courtyard))
		return { refused: forbidden({ zh: '这是别的院落的院落长。', en: 'This is the head of another courtyard.' }) }
	if (!Month.safeParse(month).success) return { refused: badRequest('month', writtenMonth) }
	const known = await registry.current()
	if (!known.courtyards.has(courtyard))
		return { refused: notFound({ zh: `院落“${courtyard}”`, en: `courtyard "${courtyard}"` }) }
	return { profile: profileOn(known.profiles, `${month}-01`), known }
}
