//! The binary: hands the arguments to the command line and its exit code to the system.

fn main() -> std::process::ExitCode {
    hunayn::cli::run(std::env::args_os())
}
