namespace AutoDiffCE.Generators.Emission;

/// <summary>Text for XML documentation.</summary>
internal static class DocumentationText
{
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
