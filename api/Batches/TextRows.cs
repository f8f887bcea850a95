using System.Text;

namespace CredScore.Api.Batches;

/// <summary>
/// Splits text into rows of fields as it arrives: lines, or CSV (RFC 4180) with quoted line breaks. A row that is longer than any address is cut and reported instead of swallowing what follows it.
/// </summary>
/// <param name="separator">What stands between fields; null for a plain list, in which a line is one field.</param>
internal sealed class TextRows(char? separator)
{
    /// <summary>Characters of a row; more are dropped up to the end of the line.</summary>
    public const int LongestRow = 16_384;

    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private int _length;
    private Place _place;

    private enum Place
    {
        Start,
        Plain,
        Quoted,
        AfterQuote,
        Overlong,
    }

    /// <summary>Takes the next piece of the text; answers with the rows that are whole by now. A null among them is a row that was too long.</summary>
    public List<string[]?> Feed(ReadOnlySpan<char> text)
    {
        var rows = new List<string[]?>();

        foreach (var character in text)
        {
            Take(character, rows);
        }

        return rows;
    }

    /// <summary>What stands after the last line break.</summary>
    public List<string[]?> End()
    {
        var rows = new List<string[]?>();
        Take('\n', rows, isEnd: true);
        return rows;
    }

    private void Take(char character, List<string[]?> rows, bool isEnd = false)
    {
        if (++_length > LongestRow && _place != Place.Overlong)
        {
            _place = Place.Overlong;
            _field.Clear();
            _fields.Clear();
        }

        if (character is '\n' && (_place is not Place.Quoted || isEnd))
        {
            EndRow(rows);
            return;
        }

        switch (_place)
        {
            case Place.Overlong:
                break;
            case Place.Quoted:
                TakeQuoted(character);
                break;
            case Place.AfterQuote when character == '"':
                _field.Append('"');
                _place = Place.Quoted;
                break;
            case Place.Start when character == '"' && separator is not null:
                _place = Place.Quoted;
                break;
            default:
                TakePlain(character);
                break;
        }
    }

    private void TakeQuoted(char character)
    {
        if (character == '"')
        {
            _place = Place.AfterQuote;
        }
        else
        {
            _field.Append(character);
        }
    }

    private void TakePlain(char character)
    {
        if (character == separator)
        {
            EndField();
        }
        else if (character != '\r')
        {
            _field.Append(character);
            _place = Place.Plain;
        }
    }

    private void EndField()
    {
        _fields.Add(_field.ToString());
        _field.Clear();
        _place = Place.Start;
    }

    private void EndRow(List<string[]?> rows)
    {
        if (_place == Place.Overlong)
        {
            rows.Add(null);
        }
        else if (_fields.Count > 0 || _field.Length > 0)
        {
            EndField();
            rows.Add([.. _fields]);
        }

        _fields.Clear();
        _field.Clear();
        _length = 0;
        _place = Place.Start;
    }
}
