//! Listens on this machine alone, and ends when it is told to.

use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use super::{Workbench, router};
use crate::model::{Failure, Message};
use crate::ops::reason;

/// The port where nobody says another.
pub const DEFAULT_PORT: u16 = 8809;

/// How long what is under way may take to end.
const PATIENCE: Duration = Duration::from_secs(5);

/// A port of this machine on which nobody from outside can knock.
pub struct Door {
    listeners: Vec<TcpListener>,
    port: u16,
}

impl Door {
    /// Listens on a port, on a free one if it is 0: by IPv4, and by IPv6 where the machine has it.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn open(port: u16) -> Result<Self, Failure> {
        let taken = |error: std::io::Error| {
            let message = Message::new("err-web-port").with("port", port.to_string()).with("detail", reason(&error));
            Failure::failed("port", message).hint(Message::new("rec-web-port"))
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(taken)?;
        let port = listener.local_addr().map_err(taken)?.port();
        let mut listeners = vec![listener];
        listeners.extend(TcpListener::bind((Ipv6Addr::LOCALHOST, port)));
        for listener in &listeners {
            listener.set_nonblocking(true).map_err(taken)?;
        }
        Ok(Self { listeners, port })
    }

    /// The port.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }
}

/// Answers until the person at the terminal ends it, or the system does; what is under way is finished first.
///
/// # Errors
/// When the system refuses.
pub fn run(door: Door, workbench: Arc<Workbench>) -> Result<(), Failure> {
    let refused =
        |error: std::io::Error| Failure::failed("web", Message::new("err-web-system").with("detail", reason(&error)));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(refused)?;
    let served = runtime.block_on(async {
        let app = router(workbench);
        let mut servers = Vec::new();
        for listener in door.listeners {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let server = axum::serve(listener, app.clone()).with_graceful_shutdown(ended());
            servers.push(tokio::spawn(server.into_future()));
        }
        ended().await;
        for server in servers {
            // One that is not done in time is cut off; what it wrote to the desk is written whole or not at all.
            let _ = tokio::time::timeout(PATIENCE, server).await;
        }
        Ok(())
    });
    runtime.shutdown_timeout(PATIENCE);
    served.map_err(refused)
}

/// Until somebody presses Ctrl-C, or the system asks the program to end.
#[cfg(unix)]
async fn ended() {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()].map(signal);
    let mut signals: Vec<_> = signals.into_iter().flatten().collect();
    std::future::poll_fn(|context| match signals.iter_mut().any(|signal| signal.poll_recv(context).is_ready()) {
        true => std::task::Poll::Ready(()),
        false => std::task::Poll::Pending,
    })
    .await;
}

#[cfg(not(unix))]
async fn ended() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
