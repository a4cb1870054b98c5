import type { PhotoAddress } from '../../../shared/contract/task/photo.ts'
import { Live } from '../../components/Live.tsx'
import { Photo } from '../../components/Photo.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'

/** Its address holds for minutes, but a picture that is there stays: it is not asked for again and again. */
const pollMs = 3_600_000

/** A photo that the reporter sent. */
export const OwnPhoto = ({ code, photo, alt }: { code: string; photo: string; alt: string }) => {
	const path = `/api/public/reports/${encodeURIComponent(code)}/photos/${encodeURIComponent(photo)}`
	const address = useApi<PhotoAddress>(path, { pollMs })
	return (
		<Live of={address} skeleton={<Skeleton lines={2} tall />}>
			{({ url }) => <Photo src={url} alt={alt} />}
		</Live>
	)
}
