//! x
pub(in crate::formats) fn write(
    _: &crate::model::Bitext,
    o: &crate::model::WriteOptions<'_>,
    out: &mut dyn std::io::Write,
) -> Result<(), crate::formats::WriteError> {
    crate::formats::check_layout("md", o.layout)?;
    out.write_all(b"x")?;
    Ok(())
}
