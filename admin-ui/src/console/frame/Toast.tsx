import { Notification } from 'react-admin'
import { useSession } from '../session.ts'

/** Messages that pass by; the snackbar is a live region, so they are read out as well. None outlasts whom it was for. */
export const Toast = () => {
  const { data: me } = useSession()
  return (
    <Notification
      key={me?.staff.id ?? ''}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      autoHideDuration={8000}
    />
  )
}
