//! The binary: hands the arguments to the command line and its exit code to the system.

/// An import makes texts on one thread and lets them go on another, for which this one keeps less memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    hunayn::cli::run(std::env::args_os())
}
