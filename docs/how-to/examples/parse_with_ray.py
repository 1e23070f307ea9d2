"""``python parse_with_ray.py DOCUMENTS RESULT``: two folders of Parquet files."""

import sys

import pyarrow as pa
import ray

from vnmedia.arrow import parse_batches, schema


def parse(table: pa.Table) -> pa.Table:
    return pa.Table.from_batches(parse_batches(table.to_batches()), schema())


if __name__ == "__main__":
    documents, result = sys.argv[1:]
    ray.data.read_parquet(documents).map_batches(parse, batch_format="pyarrow").write_parquet(result)
