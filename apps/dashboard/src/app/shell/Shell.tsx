import { Box, Button, Typography } from '@mui/material';
import { Component, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-admin';
import { useTexts } from '../texts';
import { SideMenu } from './SideMenu';
import { TopBar } from './TopBar';
import { shellTexts } from './texts';

/** The frame of every page: top bar, menu by department, the page itself. */
export function Shell({ children }: { children?: ReactNode }) {
  const t = useTexts(shellTexts);
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu of a phone closes with each new page
  useEffect(() => setOpen(false), [pathname]);

  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <Box
        component="a"
        href="#content"
        onClick={(event: React.MouseEvent) => {
          // The router owns the part of the address behind #, so the jump is made by hand.
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
        sx={{
          position: 'absolute',
          left: 8,
          top: -48,
          zIndex: 1400,
          p: 2,
          bgcolor: 'background.paper',
          '&:focus': { top: 8 },
        }}
      >
        {t('skip')}
      </Box>
      <TopBar onMenu={() => setOpen(!open)} menuOpen={open} />
      <Box sx={{ display: 'flex', flex: 1, minWidth: 0 }}>
        <SideMenu open={open} onClose={() => setOpen(false)} />
        <Box
          component="main"
          id="content"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, px: { xs: 3, sm: 6 }, pt: { xs: 3, sm: 4 }, pb: 8, outline: 'none' }}
        >
          <Failure key={pathname}>
            <Suspense fallback={<Waiting />}>{children}</Suspense>
          </Failure>
        </Box>
      </Box>
    </Box>
  );
}

/** Shown while the code of a page or its data arrive. */
export function Waiting() {
  const t = useTexts(shellTexts);
  return (
    <Typography role="status" color="text.secondary" sx={{ py: 8 }}>
      {t('loading')}
    </Typography>
  );
}

/** Keeps the frame when a page fails, and says so. */
class Failure extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <FailureNotice error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

function FailureNotice({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTexts(shellTexts);
  return (
    <Box role="alert" sx={{ py: 8, maxWidth: 640 }}>
      <Typography variant="h1">{t('failed')}</Typography>
      <Typography sx={{ my: 3 }}>{t('failedHint')}</Typography>
      <Typography component="pre" variant="body2" sx={{ whiteSpace: 'pre-wrap', color: 'text.secondary' }}>
        {error.message}
      </Typography>
      <Button variant="outlined" onClick={onRetry} sx={{ mt: 4 }}>
        {t('retry')}
      </Button>
    </Box>
  );
}
