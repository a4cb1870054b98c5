import {
	badFields,
	badRequest,
	conflict,
	created,
	fieldError,
	type Outcome,
	ok,
} from '../../../shared/contract/http/outcome.ts'
import type { Problem } from '../../../shared/contract/http/problem.ts'
import type { NewProfileView, ProfileCheck } from '../../../shared/contract/profile/profileView.ts'
import { type Fault, faultText, pathText } from '../../../shared/contract/text/fault.ts'
import { checkProfile } from '../../../shared/domain/profile/check/checkProfile.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { signatureOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'

type Ports = Pick<ApiPorts, 'profiles' | 'now'>

/** A profile is one item of a table, which holds 400 KB; ours has 20. */
const LARGEST_BYTES = 300_000

/** What is wrong with a profile, if anything. Nothing is kept. */
export async function checkOnly(input: unknown): Promise<Outcome> {
	const { faults } = checkProfile(input, 'full')
	const check: ProfileCheck = {
		valid: faults.length === 0,
		faults: faults.map(({ path, expected, got }) => ({ field: pathText(path), expected, got })),
	}
	return ok(check)
}

/**
 * Keeps a new version, in force from its day on. What was put is never edited: a correction is a version of its own. It
 * may not reach back beyond this month, the months before have been judged.
 */
export async function putProfile({ profiles, now }: Ports, viewer: Viewer, input: unknown): Promise<Outcome> {
	const checked = checkProfile(input, 'full')
	if (checked.kind !== 'full' || !checked.profile) return refused(checked.faults)
	const { profile } = checked
	const size = new TextEncoder().encode(JSON.stringify(profile)).byteLength
	if (size > LARGEST_BYTES)
		return badRequest('body', {
			zh: `规则最大 ${LARGEST_BYTES} 字节；实为 ${size} 字节`,
			en: `a profile has at most ${LARGEST_BYTES} bytes; got ${size}`,
		})
	const at = now()
	const earliest = `${shanghaiDay(at).slice(0, 7)}-01`
	if (profile.effectiveFrom < earliest) {
		return badRequest('effectiveFrom', {
			zh: `应为 ${earliest} 或以后，即本月或将来；实为 ${profile.effectiveFrom}`,
			en: `expected ${earliest} or later, this month or the future; got ${profile.effectiveFrom}`,
		})
	}
	const record = { profile, putBy: signatureOf(viewer), putAt: at }
	const outcome = profile.version === defaultProfile.version ? 'taken' : await profiles.add(record)
	if (outcome === 'taken') {
		return conflict({
			zh: `已有规则版本“${profile.version}”；规则不能修改，更正请用新的版本号。`,
			en: `There is a profile "${profile.version}"; a profile is never changed, a correction is a new version.`,
		})
	}
	const { id, version, effectiveFrom } = profile
	const put = { by: record.putBy, at: new Date(at).toISOString() }
	const view: NewProfileView = { id, version, effectiveFrom, put }
	return created(view)
}

const refused = (faults: readonly Fault[]): Problem =>
	badFields(faults.map((fault) => fieldError(pathText(fault.path) || 'body', faultText(fault))))
