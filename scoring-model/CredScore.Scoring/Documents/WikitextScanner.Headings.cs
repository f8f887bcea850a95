namespace CredScore.Scoring.Documents;

/// <summary>Headings and what they say of the sections under them.</summary>
internal sealed partial class WikitextScanner
{
    private const int LongestLook = 6000;

    private bool ReadHeading()
    {
        var line = Slice(_position, _limit);
        var length = line.IndexOf('\n');
        line = length < 0 ? line : line[..length];
        var heading = WithoutComments(line).TrimEnd();
        var level = LevelOf(heading);

        if (level < 2)
        {
            return false;
        }

        EndBlock();
        _tableDepth = 0;
        _block = Block.Paragraph;
        BeginSection(Math.Min(level, 6), Markup.ToPlain(heading[level..^level].Trim('=')), _position + line.Length);

        if (line.Contains("<ref", StringComparison.OrdinalIgnoreCase))
        {
            // The footnotes of a heading are read, its words are no prose.
            _block = Block.Other;
            _position += level;
        }
        else
        {
            _position += line.Length;
        }

        return true;
    }

    private static int LevelOf(ReadOnlySpan<char> heading)
    {
        var level = 0;

        while (level < heading.Length && heading[level] == '=' && heading[^(level + 1)] == '=' && heading.Length > 2 * (level + 1))
        {
            level++;
        }

        return level;
    }

    private void BeginSection(int level, string heading, int end)
    {
        _role.Enter(level, heading, isTold: SectionRole.IsAmbiguous(heading) && TellsMoreThanItLists(level, end));
        _sections.Add(new() { Index = _sections.Count, Level = level, Heading = heading, IsAppendix = _role.IsAppendix });
    }

    /// <summary>Whether the beginning of the section that begins here, with its subsections, is running text rather than a list.</summary>
    private bool TellsMoreThanItLists(int level, int start)
    {
        var rest = Slice(start, Math.Min(_limit, start + LongestLook));
        var told = 0;
        var listed = 0;

        foreach (var range in rest.Split('\n'))
        {
            var line = rest[range].TrimEnd();

            if (line.IsEmpty)
            {
                continue;
            }

            if (line[0] == '=' && LevelOf(line) is >= 2 and var other && other <= level)
            {
                break;
            }

            if (line[0] is '*' or '#' or ':' or ';' or '|' or '!')
            {
                listed += line.Length;
            }
            else if (line[0] is not ('=' or '{' or ' ' or '<'))
            {
                told += line.Length;
            }
        }

        return told >= 200 && told > listed;
    }

    private static ReadOnlySpan<char> WithoutComments(ReadOnlySpan<char> line)
    {
        var start = line.IndexOf("<!--", StringComparison.Ordinal);

        if (start < 0)
        {
            return line;
        }

        var output = new char[line.Length];
        var length = 0;

        while (start >= 0)
        {
            line[..start].CopyTo(output.AsSpan(length));
            length += start;
            var end = line[start..].IndexOf("-->", StringComparison.Ordinal);
            line = end < 0 ? default : line[(start + end + 3)..];
            start = line.IndexOf("<!--", StringComparison.Ordinal);
        }

        line.CopyTo(output.AsSpan(length));
        return output.AsSpan(0, length + line.Length);
    }
}
