import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { PhotoPanelProps } from './PhotoPanel.tsx'

/** The photos of a task, whose program comes after everything that people read. */
export const LaterPhotos = (props: PhotoPanelProps) => {
	const [parts, setParts] = useState<{ readonly Panel: ComponentType<PhotoPanelProps> }>()
	const isNeeded = props.attach !== undefined || props.task.photos.length > 0
	useEffect(() => {
		// Without it everything else of the task works as well.
		if (isNeeded)
			import('./PhotoPanel.tsx').then(
				({ PhotoPanel }) => setParts({ Panel: PhotoPanel }),
				() => undefined,
			)
	}, [isNeeded])
	return isNeeded && parts !== undefined ? <parts.Panel {...props} /> : null
}
