using System.Text;
using ICSharpCode.SharpZipLib.BZip2;

namespace CredScore.Cli.Tests.Support;

/// <summary>Packs texts as bzip2 streams, one after the other.</summary>
internal static class Bzip2
{
    public static byte[] Pack(params string[] streams) => [.. streams.SelectMany(PackOne)];

    private static byte[] PackOne(string text)
    {
        using var packed = new MemoryStream();

        using (var bzip2 = new BZip2OutputStream(packed) { IsStreamOwner = false })
        {
            bzip2.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
