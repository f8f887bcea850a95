using System.IO.Compression;
using System.Text;

namespace CredScore.Cli.Tests.Support;

/// <summary>A folder that lives as long as a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("credscore-").FullName;

    public string Location => _path;

    public string this[string name] => Path.Combine(_path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public string WriteLines(string name, params string[] lines) => Write(name, string.Join('\n', lines) + "\n");

    public string WritePacked(string name, string text) => Write(name, Gzip(text));

    public string[] Lines(string name) => File.ReadAllLines(this[name]);

    public bool Has(string name) => File.Exists(this[name]);

    public void Dispose() => Directory.Delete(_path, recursive: true);

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();

        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
