import { notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { Profile } from '../../../shared/contract/profile/profile.ts'
import type { ProfileRecord } from '../../../shared/contract/profile/profileRecord.ts'
import type { ProfileSummary, ProfilesView, ProfileView } from '../../../shared/contract/profile/profileView.ts'
import { byEffect } from '../../../shared/domain/profile/byEffect.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { profileOn } from '../../../shared/domain/profile/inForce.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import type { ApiPorts } from '../ports.ts'

type Ports = Pick<ApiPorts, 'profiles' | 'now'>

/** All profiles, the latest `effectiveFrom` first, and which is in force today. */
export async function listProfiles(ports: Ports): Promise<Outcome> {
	const { profiles, summary } = await known(ports)
	const view: ProfilesView = { profiles: profiles.map(summary) }
	return ok(view)
}

/** One profile with all its numbers. */
export async function getProfile(ports: Ports, version: string): Promise<Outcome> {
	const { profiles, summary } = await known(ports)
	const profile = profiles.find((one) => one.version === version)
	if (!profile) return notFound({ zh: `规则版本“${version}”`, en: `profile "${version}"` })
	const view: ProfileView = { ...summary(profile), profile }
	return ok(view)
}

async function known({ profiles: store, now }: Ports) {
	const records = await store.all()
	const profiles = byEffect(records, defaultProfile)
	const today = profileOn(profiles, shanghaiDay(now()))
	const recordOf = new Map(records.map((record) => [record.profile, record]))
	const summary = (profile: Profile): ProfileSummary => summaryOf(profile, recordOf.get(profile), profile === today)
	return { profiles, summary }
}

const summaryOf = (profile: Profile, record: ProfileRecord | undefined, inForce: boolean): ProfileSummary => ({
	id: profile.id,
	version: profile.version,
	effectiveFrom: profile.effectiveFrom,
	inForce,
	put: record ? { by: record.putBy, at: new Date(record.putAt).toISOString() } : null,
})
