"""``python parse_with_dask.py DOCUMENTS RESULT``: two folders of Parquet files."""

import sys

import dask
import dask.dataframe as dd
import pandas as pd
import pyarrow as pa

from vnmedia.arrow import parse_batches, schema


def parse(frame: pd.DataFrame) -> pd.DataFrame:
    batches = pa.Table.from_pandas(frame, preserve_index=False).to_batches()
    parsed = pa.Table.from_batches(parse_batches(batches), schema())
    return parsed.to_pandas(types_mapper=pd.ArrowDtype)


if __name__ == "__main__":
    documents, result = sys.argv[1:]
    dask.config.set(
        scheduler="processes"
    )  # or a Client of dask.distributed; threads would wait for one another
    parsed = dd.read_parquet(documents).map_partitions(parse, meta=parse(pd.DataFrame({"source": []})))
    parsed.to_parquet(result, schema=schema(), write_index=False)
