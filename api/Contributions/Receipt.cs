using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CredScore.Api.Contributions;

/// <summary>
/// The key to one contribution: 32 random bytes in base64url, drawn by the contributor, who so holds it before anything is sent and can always take back what was. Two receipts of one person have
/// nothing in common.
/// </summary>
internal sealed class Receipt
{
    private const int Bytes = 32;

    private const int Characters = 43;

    private readonly string _text;

    private Receipt(string text) => _text = text;

    /// <summary>What is stored: from it, the receipt cannot be found.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(_text)));

    public static bool TryParse(string text, [NotNullWhen(true)] out Receipt? receipt)
    {
        receipt = text.Length == Characters && Base64Url.IsValid(text, out var length) && length == Bytes ? new(text) : null;
        return receipt is not null;
    }
}
