import { Notification } from 'react-admin'

/** Messages that pass by; the snackbar is a live region, so they are read out as well. */
export const Toast = () => (
  <Notification anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} autoHideDuration={8000} />
)
